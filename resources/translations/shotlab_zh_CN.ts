<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Catalogue</name>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Knows: %1 kinds of things in photographs</source>
        <translation>认识照片里的 %1 种事物</translation>
    </message>
    <message>
        <source>Animals, tools, food, vehicles; no stars or galaxies</source>
        <translation>动物、工具、食物、车辆；不认识恒星和星系</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Knows: %1 printed characters of many scripts</source>
        <translation>认识多种文字的 %1 个印刷字符</translation>
    </message>
    <message>
        <source>Reads drawings and small grey pictures, %1 × %1 dots</source>
        <translation>适合手绘和灰度小图，%1 × %1 像素</translation>
    </message>
    <message>
        <source>The file does not say what it knows</source>
        <translation>文件没有说明它认识什么</translation>
    </message>
    <message>
        <source>Knows: %1 classes</source>
        <translation>认识 %1 个类别</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Sees pictures of %1 × %1 dots in %2</source>
        <translation>接收 %1 × %1 像素的%2图片</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1个权重</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>许可证未知</translation>
    </message>
    <message>
        <source>Sees only grey: photographs lose their colours</source>
        <translation>只看灰度：照片会失去颜色</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>It has read print. How many examples until it reads handwriting?</source>
        <translation>它认识印刷体。要看多少个样本才能认手写？</translation>
    </message>
    <message>
        <source>From print to handwriting: names alone go far, a few examples further, and from scratch is far behind.</source>
        <translation>从印刷体到手写体：只凭名称就能认出不少，加几个样本更好，从零训练则远远落后。</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>服装</translation>
    </message>
    <message>
        <source>When is it worth letting the whole network relearn?</source>
        <translation>什么时候值得让整个网络重新学习？</translation>
    </message>
    <message>
        <source>Far from what the model knows: it has no word for any of these, so there is no zero-shot here.</source>
        <translation>与模型所知相去甚远：它对这些类别都没有对应的词，所以这里没有零样本。</translation>
    </message>
    <message>
        <source>Deep sky</source>
        <translation>深空天体</translation>
    </message>
    <message>
        <source>Can it learn things that it has never seen before?</source>
        <translation>从没见过的东西，它学得会吗？</translation>
    </message>
    <message>
        <source>Rare classes: the model has no word for a galaxy, so there is no zero-shot here and examples must do it.</source>
        <translation>少见的类别：模型没有“星系”这个词，所以这里没有零样本，只能靠样本。</translation>
    </message>
    <message>
        <source>Everyday things</source>
        <translation>日常物品</translation>
    </message>
    <message>
        <source>When are the names alone enough, with no example?</source>
        <translation>什么时候只凭名称、不给样本就够了？</translation>
    </message>
    <message>
        <source>The model already knows such things: see how many examples it takes to beat their names.</source>
        <translation>模型本来就认识这些东西：看看要多少个样本才能胜过只凭名称。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Knows: how alike sentences are in meaning</source>
        <translation>认识：句子在意思上有多相近</translation>
    </message>
    <message>
        <source>Reads English, up to %1 pieces of words of a sentence; a class needs only a name</source>
        <translation>读英文，一个句子最多 %1 个词片；类别只需要一个名称</translation>
    </message>
    <message>
        <source>Reads sentences</source>
        <translation>读句子</translation>
    </message>
    <message>
        <source>Up to %1 pieces of words of a sentence</source>
        <translation>一个句子最多 %1 个词片</translation>
    </message>
    <message>
        <source>Reads sentences, and your examples are pictures</source>
        <translation>它读句子，而你的样本是图片</translation>
    </message>
    <message>
        <source>Sees pictures, and your examples are sentences</source>
        <translation>它看图片，而你的样本是句子</translation>
    </message>
    <message>
        <source>What does the customer want?</source>
        <translation>顾客想要什么？</translation>
    </message>
    <message>
        <source>Twelve wishes in plain words: what are their names worth?</source>
        <translation>十二种日常说法的愿望：名称值多少？</translation>
    </message>
    <message>
        <source>Sentences instead of pictures: the name of a class alone sorts many of them, and a few examples settle most of the rest.</source>
        <translation>换成句子：只凭类别名称就能分对不少，再加几个样本，其余的大多也能分清。</translation>
    </message>
</context>
<context>
    <name>ChartCsv</name>
    <message>
        <source>%1 a run</source>
        <comment>a duration</comment>
        <translation>每次运行%1</translation>
    </message>
    <message>
        <source>no weight changes</source>
        <translation>不改变任何权重</translation>
    </message>
    <message>
        <source>%1 weights change</source>
        <translation>改变 %1个权重</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seconds, weights</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>range from</source>
        <translation>置信区间下限</translation>
    </message>
    <message>
        <source>range to</source>
        <translation>置信区间上限</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>seconds a run</source>
        <translation>每次运行秒数</translation>
    </message>
    <message>
        <source>weights changed</source>
        <translation>改变的权重数</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
</context>
<context>
    <name>ChartFeed</name>
    <message>
        <source>Examples per class (k)</source>
        <translation>每类样本数（k）</translation>
    </message>
    <message>
        <source>The first points appear within seconds.</source>
        <translation>几秒钟内就会出现第一批数据点。</translation>
    </message>
    <message>
        <source>How many examples are needed?</source>
        <translation>需要多少样本？</translation>
    </message>
    <message>
        <source>Here the answer will stand. Press Run comparison.</source>
        <translation>答案会显示在这里。请按“开始比较”。</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>%1, test accuracy</source>
        <translation>%1，测试准确率</translation>
    </message>
    <message>
        <source>%1: training gains less than a point</source>
        <translation>%1：训练带来的提高不到一个百分点</translation>
    </message>
    <message>
        <source>%1: %2 goes from %3 to %4 in %5 steps</source>
        <translation>%1：%5 步之内%2从 %3 变为 %4</translation>
    </message>
    <message>
        <source>%1: loss on the examples learnt from</source>
        <translation>%1：所学样本上的损失</translation>
    </message>
    <message>
        <source>%1, no method with training has run yet. Its curves appear here.</source>
        <translation>%1，还没有运行过需要训练的方法。它的曲线会出现在这里。</translation>
    </message>
    <message>
        <source>%1, no method with training has run.</source>
        <translation>%1，没有运行过需要训练的方法。</translation>
    </message>
</context>
<context>
    <name>ChartMath</name>
    <message>
        <source>%1 %2</source>
        <comment>method and its accuracy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>examples per class: values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Create</name>
    <message>
        <source>%1: %2, %3 to learn from, %4 held out for testing; model %5.</source>
        <translation>%1：%2，%3 个用于学习，%4 个留作测试；模型 %5。</translation>
    </message>
    <message>
        <source>The share of the test set must lie between 0 and 1, and %1 does not.</source>
        <translation>测试集的比例必须在 0 和 1 之间，而 %1 不是。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1它被略过。</translation>
    </message>
    <message>
        <source>%1 is both in examples and test, and stays in both: results will look better than they are.</source>
        <translation>%1既在样本中又在测试集中，两边都保留：结果会显得比实际更好。</translation>
    </message>
    <message>
        <source>%1 are both in examples and test, and stay in both: results will look better than they are.</source>
        <translation>%1既在样本中又在测试集中，两边都保留：结果会显得比实际更好。</translation>
    </message>
    <message>
        <source>%1 left out of learning: also in the test set.</source>
        <translation>%1不用于学习：测试集中也有。</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>“%1”</source>
        <comment>quotation marks around a name</comment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>这个文件</translation>
    </message>
    <message>
        <source>its folder</source>
        <translation>它所在的文件夹</translation>
    </message>
    <message>
        <source>some of your classes</source>
        <translation>你的部分类别</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>end of a list</comment>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到%1。</translation>
    </message>
    <message>
        <source>Look where it was moved to, or begin a new lab.</source>
        <translation>请看看它移到了哪里，或者新建一个实验。</translation>
    </message>
    <message>
        <source>%1 is not a lab.</source>
        <translation>%1不是实验文件。</translation>
    </message>
    <message>
        <source>Nothing in it was changed.</source>
        <translation>其中的内容没有改动。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .shotlab.</source>
        <translation>请选择以 .shotlab 结尾的文件。</translation>
    </message>
    <message>
        <source>%1 is damaged and was not opened.</source>
        <translation>%1已损坏，没有打开。</translation>
    </message>
    <message>
        <source>The file was left as it is.</source>
        <translation>文件保持原样。</translation>
    </message>
    <message>
        <source>This lab was made by a newer Shotlab (%1).</source>
        <translation>这个实验由更新版本的 Shotlab（%1）创建。</translation>
    </message>
    <message>
        <source>Nothing in it will be changed.</source>
        <translation>其中的内容不会改动。</translation>
    </message>
    <message>
        <source>Open it for reading only, or install that version.</source>
        <translation>请以只读方式打开，或者安装那个版本。</translation>
    </message>
    <message>
        <source>%1 is open in another program.</source>
        <translation>%1正在另一个程序中打开。</translation>
    </message>
    <message>
        <source>%1 is open elsewhere: %2.</source>
        <translation>%1已在别处打开：%2。</translation>
    </message>
    <message>
        <source>Only one program can change a lab at a time.</source>
        <translation>同一时间只有一个程序能修改实验。</translation>
    </message>
    <message>
        <source>Close it there, or open it here for reading only.</source>
        <translation>请在那边关闭它，或者在这里以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 may not be changed here.</source>
        <translation>%1在这里不能修改。</translation>
    </message>
    <message>
        <source>It is opened for reading only.</source>
        <translation>它以只读方式打开。</translation>
    </message>
    <message>
        <source>To go on working, save a copy in a folder of your own.</source>
        <translation>要继续工作，请在自己的文件夹里另存一份副本。</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1已经存在。</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>它保持原样。</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>请换一个名称，或者打开它。</translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation>你没有读取%1的权限。</translation>
    </message>
    <message>
        <source>Change its permissions, or ask its owner for a copy.</source>
        <translation>请修改它的权限，或者向它的所有者要一份副本。</translation>
    </message>
    <message>
        <source>A lab cannot be made in %1.</source>
        <translation>不能在%1里创建实验。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>请选择一个已存在并且你可以写入的文件夹。</translation>
    </message>
    <message>
        <source>The lab could not be written.</source>
        <translation>实验无法写入。</translation>
    </message>
    <message>
        <source>Everything saved before is kept.</source>
        <translation>之前保存的内容都还在。</translation>
    </message>
    <message>
        <source>Check that %1 can be written to, and go on.</source>
        <translation>请检查%1是否可以写入，然后继续。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Everything up to here is saved.</source>
        <translation>到目前为止的内容都已保存。</translation>
    </message>
    <message>
        <source>Free some space, then go on.</source>
        <translation>请腾出一些空间，然后继续。</translation>
    </message>
    <message>
        <source>It was left out; everything else was added.</source>
        <translation>它被略过；其余的都已添加。</translation>
    </message>
    <message>
        <source>Change its permissions and add it again.</source>
        <translation>请修改它的权限后再添加一次。</translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1不是普通文件。</translation>
    </message>
    <message>
        <source>%1 is larger than 200 MB.</source>
        <translation>%1大于 200 MB。</translation>
    </message>
    <message>
        <source>Make it smaller and add it again.</source>
        <translation>请把它缩小后再添加一次。</translation>
    </message>
    <message>
        <source>%1 could not be read from its disk.</source>
        <translation>无法从磁盘读取%1。</translation>
    </message>
    <message>
        <source>Check the disk, then add it again.</source>
        <translation>请检查磁盘，然后再添加一次。</translation>
    </message>
    <message>
        <source>%1 ends in the middle.</source>
        <translation>%1不完整，中途就结束了。</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>请重新复制或下载。</translation>
    </message>
    <message>
        <source>%1 could not be read as a picture.</source>
        <translation>%1无法作为图片读取。</translation>
    </message>
    <message>
        <source>Save it again as JPEG or PNG and add that.</source>
        <translation>请另存为 JPEG 或 PNG 后再添加。</translation>
    </message>
    <message>
        <source>No picture in %1 could be read.</source>
        <translation>%1里没有一张图片能读取。</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>没有添加任何内容。</translation>
    </message>
    <message>
        <source>Shotlab reads JPEG, PNG, WebP, TIFF, GIF and BMP.</source>
        <translation>Shotlab 能读取 JPEG、PNG、WebP、TIFF、GIF 和 BMP。</translation>
    </message>
    <message>
        <source>%1 is too large (%2 × %3 dots).</source>
        <translation>%1太大（%2 × %3 像素）。</translation>
    </message>
    <message>
        <source>It was left out.</source>
        <translation>它被略过。</translation>
    </message>
    <message>
        <source>Columns found: %1.</source>
        <translation>找到的列：%1。</translation>
    </message>
    <message>
        <source>Line %2 of %1 is not complete.</source>
        <translation>%1的第 %2 行不完整。</translation>
    </message>
    <message>
        <source>Correct the line and drop the table again.</source>
        <translation>请改正这一行，再把表格拖进来。</translation>
    </message>
    <message>
        <source>%1 holds sentences.</source>
        <translation>%1里是句子。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation>请检查名称后再试。</translation>
    </message>
    <message>
        <source>A comparison needs at least two classes.</source>
        <translation>比较至少需要两个类别。</translation>
    </message>
    <message>
        <source>Only one was found.</source>
        <translation>只找到一个。</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>一个也没找到。</translation>
    </message>
    <message>
        <source>“%1” has only %2.</source>
        <translation>“%1”只有 %2。</translation>
    </message>
    <message>
        <source>Comparisons with more are left out, for all classes.</source>
        <translation>更多样本的比较对所有类别都略过。</translation>
    </message>
    <message>
        <source>There is no sample called “%1”.</source>
        <translation>没有叫“%1”的样例。</translation>
    </message>
    <message>
        <source>The sample “%1” is incomplete.</source>
        <translation>样例“%1”不完整。</translation>
    </message>
    <message>
        <source>Your labs are not touched.</source>
        <translation>你的实验不受影响。</translation>
    </message>
    <message>
        <source>Install Shotlab again.</source>
        <translation>请重新安装 Shotlab。</translation>
    </message>
    <message>
        <source>This lab has no class “%1”.</source>
        <translation>这个实验没有类别“%1”。</translation>
    </message>
    <message>
        <source>Add the class first.</source>
        <translation>请先添加这个类别。</translation>
    </message>
    <message>
        <source>“%1” is only in the test data.</source>
        <translation>“%1”只出现在测试数据里。</translation>
    </message>
    <message>
        <source>A class without examples cannot be learnt.</source>
        <translation>没有样本的类别无法学习。</translation>
    </message>
    <message>
        <source>Without them nobody can say how well it is recognised.</source>
        <translation>没有测试图片，就无法知道它被认得多准。</translation>
    </message>
    <message>
        <source>%1 is not a model: it is a web page.</source>
        <translation>%1不是模型，而是一个网页。</translation>
    </message>
    <message>
        <source>Download the model again and drop it here.</source>
        <translation>请重新下载模型，再拖到这里。</translation>
    </message>
    <message>
        <source>%1 holds weights without a network.</source>
        <translation>%1只有权重，没有网络。</translation>
    </message>
    <message>
        <source>Export the whole model as TorchScript and drop that file.</source>
        <translation>请把整个模型导出为 TorchScript，再把那个文件拖进来。</translation>
    </message>
    <message>
        <source>Choose a TorchScript file (.pt).</source>
        <translation>请选择 TorchScript 文件（.pt）。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1是空的。</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>请重新复制或下载模型。</translation>
    </message>
    <message>
        <source>%1 is not a model: it is a picture.</source>
        <translation>%1不是模型，而是一张图片。</translation>
    </message>
    <message>
        <source>%1 is not a model: it is a text file.</source>
        <translation>%1不是模型，而是一个文本文件。</translation>
    </message>
    <message>
        <source>%1 is an archive without a model in it.</source>
        <translation>%1是压缩包，里面没有模型。</translation>
    </message>
    <message>
        <source>%1 is not a model that Shotlab can open.</source>
        <translation>%1不是 Shotlab 能打开的模型。</translation>
    </message>
    <message>
        <source>%1 wants to run code of its own while it is opened.</source>
        <translation>%1在打开时想运行自带的代码。</translation>
    </message>
    <message>
        <source>The code of %1 tries to write a file.</source>
        <translation>%1里的代码试图写入文件。</translation>
    </message>
    <message>
        <source>The code of %1 tries to read a file.</source>
        <translation>%1里的代码试图读取文件。</translation>
    </message>
    <message>
        <source>It was not run, and nothing was changed.</source>
        <translation>代码没有运行，也没有任何改动。</translation>
    </message>
    <message>
        <source>Use a model from a source that you trust.</source>
        <translation>请使用来源可信的模型。</translation>
    </message>
    <message>
        <source>The model chosen before stays.</source>
        <translation>仍使用之前选的模型。</translation>
    </message>
    <message>
        <source>The model “%1” was not found.</source>
        <translation>找不到模型“%1”。</translation>
    </message>
    <message>
        <source>Choose a model on board, or open the file again.</source>
        <translation>请选择自带的模型，或者重新打开文件。</translation>
    </message>
    <message>
        <source>%1 is damaged or was not downloaded completely.</source>
        <translation>%1已损坏，或者没有下载完整。</translation>
    </message>
    <message>
        <source>Download it again and drop it here.</source>
        <translation>请重新下载，再拖到这里。</translation>
    </message>
    <message>
        <source>%1 has no last layer that could be replaced.</source>
        <translation>%1没有可以替换的最后一层。</translation>
    </message>
    <message>
        <source>Shotlab works with networks that end in a linear or convolutional layer.</source>
        <translation>Shotlab 支持以线性层或卷积层结尾的网络。</translation>
    </message>
    <message>
        <source>%1 is too large for this computer (%2).</source>
        <translation>%1对这台电脑来说太大（%2）。</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>请选择小一些的模型。</translation>
    </message>
    <message>
        <source>What was there before is kept.</source>
        <translation>之前的内容都还在。</translation>
    </message>
    <message>
        <source>Check its input size and colours on the model&apos;s card.</source>
        <translation>请在模型卡片上检查输入尺寸和颜色。</translation>
    </message>
    <message>
        <source>%1 does not say what pictures it expects.</source>
        <translation>%1没有说明它需要什么样的图片。</translation>
    </message>
    <message>
        <source>Shotlab made a guess.</source>
        <translation>Shotlab 做了猜测。</translation>
    </message>
    <message>
        <source>Check input size and normalisation, then go on.</source>
        <translation>请检查输入尺寸和归一化，然后继续。</translation>
    </message>
    <message>
        <source>Choose a model that reads what your classes are made of.</source>
        <translation>请选择能读取这类样本的模型。</translation>
    </message>
    <message>
        <source>%1 has changed since this lab was made.</source>
        <translation>%1在实验创建之后有了变化。</translation>
    </message>
    <message>
        <source>Earlier results are kept; new runs would not be comparable.</source>
        <translation>之前的结果都还在；新的运行将无法与之比较。</translation>
    </message>
    <message>
        <source>Put the old file back, or choose the model again.</source>
        <translation>请放回原来的文件，或者重新选择模型。</translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>没有可以运行的内容。</translation>
    </message>
    <message>
        <source>Switch on at least one method and a number of examples that your classes reach.</source>
        <translation>请至少打开一种方法，并选择各类别都够用的样本数。</translation>
    </message>
    <message>
        <source>The model has no word for %1.</source>
        <translation>模型没有与%1对应的词。</translation>
    </message>
    <message>
        <source>So zero-shot is left out; guessing is shown instead.</source>
        <translation>因此略过零样本，改为显示随机猜测。</translation>
    </message>
    <message>
        <source>Give it examples, or link the class to a name that the model knows.</source>
        <translation>请给它样本，或者把类别对应到模型认识的名称。</translation>
    </message>
    <message>
        <source>“%1” has no weights that could learn.</source>
        <translation>“%1”没有可以学习的权重。</translation>
    </message>
    <message>
        <source>Choose another layer.</source>
        <translation>请选择另一层。</translation>
    </message>
    <message>
        <source>No layer is called “%1”.</source>
        <translation>没有叫“%1”的层。</translation>
    </message>
    <message>
        <source>The list of layers is on the model&apos;s page, or in: shotlab-cli inspect.</source>
        <translation>层的列表在模型页面上，也可以用 shotlab-cli inspect 查看。</translation>
    </message>
    <message>
        <source>There is no method called “%1”.</source>
        <translation>没有叫“%1”的方法。</translation>
    </message>
    <message>
        <source>Methods: %1.</source>
        <translation>可用的方法：%1。</translation>
    </message>
    <message>
        <source>The method %1 has no setting “%2”.</source>
        <translation>方法 %1 没有设置“%2”。</translation>
    </message>
    <message>
        <source>Leave it out, or check its name.</source>
        <translation>请去掉它，或者检查名称。</translation>
    </message>
    <message>
        <source>“%3” does not work for the setting %2 of %1.</source>
        <translation>“%3”不能用于 %1 的设置 %2。</translation>
    </message>
    <message>
        <source>Use a value within its range.</source>
        <translation>请使用范围内的值。</translation>
    </message>
    <message>
        <source>This lab has no comparison %1.</source>
        <translation>这个实验没有编号为 %1 的比较。</translation>
    </message>
    <message>
        <source>Leave the number out to see the latest one.</source>
        <translation>不写编号即可查看最近一次比较。</translation>
    </message>
    <message>
        <source>This lab has no model yet.</source>
        <translation>这个实验还没有模型。</translation>
    </message>
    <message>
        <source>Choose a trained model first.</source>
        <translation>请先选择一个预训练模型。</translation>
    </message>
    <message>
        <source>This lab has no examples yet.</source>
        <translation>这个实验还没有样本。</translation>
    </message>
    <message>
        <source>What it was doing is lost; all results so far are kept.</source>
        <translation>正在做的部分丢失了；到目前为止的结果都还在。</translation>
    </message>
    <message>
        <source>The part of Shotlab that computes was ended from outside.</source>
        <translation>Shotlab 的计算部分被外部终止了。</translation>
    </message>
    <message>
        <source>Try again. If you did not end it, memory ran out: close other programs, or let fewer layers learn.</source>
        <translation>请再试一次。如果不是你终止的，那就是内存不够：请关闭其他程序，或者让更少的层学习。</translation>
    </message>
    <message>
        <source>The part of Shotlab that computes stopped working.</source>
        <translation>Shotlab 的计算部分停止了工作。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, let fewer layers learn or choose another model.</source>
        <translation>请再试一次。如果再次发生，请让更少的层学习，或者换一个模型。</translation>
    </message>
    <message>
        <source>All other results are kept.</source>
        <translation>其他结果都还在。</translation>
    </message>
    <message>
        <source>Learning went astray at step %1: the numbers grew beyond all bounds.</source>
        <translation>学习在第 %1 步失控：数值无限增大。</translation>
    </message>
    <message>
        <source>Try a smaller learning rate, or fewer layers learning.</source>
        <translation>请试试更小的学习率，或者让更少的层学习。</translation>
    </message>
    <message>
        <source>The memory of this computer did not suffice.</source>
        <translation>这台电脑的内存不够。</translation>
    </message>
    <message>
        <source>Try smaller pictures or fewer layers learning.</source>
        <translation>请试试更小的图片，或者让更少的层学习。</translation>
    </message>
    <message>
        <source>This run needs about %1 of memory, and %2 are free.</source>
        <translation>这次运行大约需要 %1 内存，而空闲的只有 %2。</translation>
    </message>
    <message>
        <source>It was not started; all other results are kept.</source>
        <translation>它没有开始；其他结果都还在。</translation>
    </message>
    <message>
        <source>Close other programs, or set its batch size to %1.</source>
        <translation>请关闭其他程序，或者把批大小设为 %1。</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer layers learn.</source>
        <translation>请关闭其他程序，或者让更少的层学习。</translation>
    </message>
    <message>
        <source>The part of Shotlab that computes was not found.</source>
        <translation>找不到 Shotlab 的计算部分。</translation>
    </message>
    <message>
        <source>Your lab is not touched.</source>
        <translation>你的实验不受影响。</translation>
    </message>
    <message>
        <source>The parts of Shotlab do not fit together (%1 and %2).</source>
        <translation>Shotlab 的各部分版本不一致（%1 和 %2）。</translation>
    </message>
    <message>
        <source>The part of Shotlab that computes sent something it should not.</source>
        <translation>Shotlab 的计算部分发来了不该有的内容。</translation>
    </message>
    <message>
        <source>Try again; it starts afresh.</source>
        <translation>请再试一次，它会重新启动。</translation>
    </message>
    <message>
        <source>Something went wrong inside Shotlab.</source>
        <translation>Shotlab 内部出错了。</translation>
    </message>
    <message>
        <source>Everything saved so far is kept.</source>
        <translation>到目前为止保存的内容都还在。</translation>
    </message>
    <message>
        <source>Try again; if it comes back, please report it.</source>
        <translation>请再试一次；如果再次出现，请报告这个问题。</translation>
    </message>
    <message>
        <source>%1 of %2 failed. %3</source>
        <translation>%2中有 %1 次失败。%3</translation>
    </message>
    <message>
        <source>%1 is left out for %2.</source>
        <comment>k = 10 is left out for full fine-tuning</comment>
        <translation>%2略过 %1。</translation>
    </message>
    <message>
        <source>%1 is left out.</source>
        <translation>略过%1。</translation>
    </message>
    <message>
        <source>%1 is left out for every method.</source>
        <translation>所有方法都略过 %1。</translation>
    </message>
    <message>
        <source>%1 came without its list of words.</source>
        <translation>%1没有附带词表。</translation>
    </message>
    <message>
        <source>Put the file vocab.txt that belongs to the model beside it, and open the model again.</source>
        <translation>请把模型的 vocab.txt 文件放在它旁边，再重新打开模型。</translation>
    </message>
    <message>
        <source>%1 is much longer than a sentence.</source>
        <translation>%1比一个句子长得多。</translation>
    </message>
    <message>
        <source>Cut it into sentences and add those.</source>
        <translation>请把它分成句子后再添加。</translation>
    </message>
    <message>
        <source>%1 is not text that Shotlab can read.</source>
        <translation>%1不是 Shotlab 能读取的文本。</translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8 and add that.</source>
        <translation>请另存为 UTF-8 纯文本后再添加。</translation>
    </message>
    <message>
        <source>There was no sentence to add.</source>
        <translation>没有可以添加的句子。</translation>
    </message>
    <message>
        <source>No sentence in %1 could be read.</source>
        <translation>%1里没有一个句子能读取。</translation>
    </message>
    <message>
        <source>Sentences come from tables (CSV, TSV, JSON Lines), from .txt files, or are typed and pasted.</source>
        <translation>句子可以来自表格（CSV、TSV、JSON Lines）、.txt 文件，也可以输入或粘贴。</translation>
    </message>
    <message>
        <source>%1 has no column with examples and their classes.</source>
        <translation>%1没有样本列和类别列。</translation>
    </message>
    <message>
        <source>Name one column text (for sentences) or image (for files of pictures), and one label.</source>
        <translation>请把一列命名为 text（句子）或 image（图片文件），另一列命名为 label。</translation>
    </message>
    <message>
        <source>This lab compares pictures, and a lab keeps to one kind. Nothing was added.</source>
        <translation>这个实验比较的是图片，一个实验只用一种样本。没有添加任何内容。</translation>
    </message>
    <message>
        <source>Drop it on the start page: it becomes a lab of its own.</source>
        <translation>请拖到开始页：它会成为一个单独的实验。</translation>
    </message>
    <message>
        <source>%1 holds pictures.</source>
        <translation>%1里是图片。</translation>
    </message>
    <message>
        <source>This lab compares sentences, and a lab keeps to one kind. Nothing was added.</source>
        <translation>这个实验比较的是句子，一个实验只用一种样本。没有添加任何内容。</translation>
    </message>
    <message>
        <source>%1 holds no pictures and no texts.</source>
        <translation>%1里既没有图片也没有文本。</translation>
    </message>
    <message>
        <source>Choose a folder with one folder of pictures, or one .txt file of sentences, for each class.</source>
        <translation>请选择一个文件夹，里面每个类别各有一个图片文件夹，或者一个 .txt 句子文件。</translation>
    </message>
    <message>
        <source>Add more to it, or compare with fewer examples.</source>
        <translation>请给它多加一些，或者用更少的样本比较。</translation>
    </message>
    <message>
        <source>Samples on board: digits, clothes, deep-sky, things, intents.</source>
        <translation>自带样例：digits、clothes、deep-sky、things、intents。</translation>
    </message>
    <message>
        <source>Use the same class names in both.</source>
        <translation>两边请使用相同的类别名称。</translation>
    </message>
    <message>
        <source>“%1” has no test examples.</source>
        <translation>“%1”没有测试样本。</translation>
    </message>
    <message>
        <source>Add at least one more example of it.</source>
        <translation>请至少再添加一个它的样本。</translation>
    </message>
    <message>
        <source>The model %1 cannot read these examples.</source>
        <translation>模型%1无法读取这些样本。</translation>
    </message>
    <message>
        <source>The model %1 sees pictures, and these examples are sentences.</source>
        <translation>模型%1看的是图片，而这些样本是句子。</translation>
    </message>
    <message>
        <source>The model %1 reads sentences, and these examples are pictures.</source>
        <translation>模型%1读的是句子，而这些样本是图片。</translation>
    </message>
    <message>
        <source>Drop pictures or sentences on a class first.</source>
        <translation>请先把图片或句子拖到类别上。</translation>
    </message>
    <message>
        <source>Copy the file itself and add that.</source>
        <translation>请复制文件本身再添加。</translation>
    </message>
    <message>
        <source>A class needs at least two: one to learn from, and one that is kept for testing.</source>
        <translation>一个类别至少需要两个：一个用来学习，一个留作测试。</translation>
    </message>
    <message>
        <source>Add more to it.</source>
        <translation>请给它再添加一些。</translation>
    </message>
    <message>
        <source>“%1” has only %2 to learn from; %3 more are kept for testing.</source>
        <comment>%2 is “4 examples”</comment>
        <translation>“%1”只有 %2可供学习；另有 %3 个留作测试。</translation>
    </message>
    <message>
        <source>The method %1 does not take part in this comparison.</source>
        <translation>方法 %1 没有参加这次比较。</translation>
    </message>
    <message>
        <source>Name it in --arms as well, with the others that are to be compared.</source>
        <translation>请在 --arms 中把它和其他要比较的方法一起写上。</translation>
    </message>
    <message>
        <source>Weights that should stay as they are changed while it learnt.</source>
        <translation>学习时，本应保持不变的权重变了。</translation>
    </message>
    <message>
        <source>Its result is not counted; all other results are kept.</source>
        <translation>它的结果不计入；其他结果都保留。</translation>
    </message>
    <message>
        <source>Another comparison is running.</source>
        <translation>另一个比较正在运行。</translation>
    </message>
    <message>
        <source>The computer can look at one at a time.</source>
        <translation>电脑一次只能处理一个。</translation>
    </message>
    <message>
        <source>Wait until it is over, or stop it, and ask again.</source>
        <translation>请等它结束或停止它，然后再问。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>Open an earlier copy of it, or rescue what can still be read (on the command line: shotlab-cli rescue DAMAGED NEW).</source>
        <translation>请打开较早的副本，或抢救仍能读取的部分（命令行：shotlab-cli rescue 损坏文件 新文件）。</translation>
    </message>
    <message>
        <source>The method %1 does not suit these examples and this model.</source>
        <translation>方法 %1 不适合这些样本和这个模型。</translation>
    </message>
    <message>
        <source>Raw pixels need pictures, counted words need sentences, and zero-shot by meaning needs pictures and a model whose answers have names.</source>
        <translation>比较原始像素需要图片，统计词频需要句子，按词义的零样本需要图片和一个答案有名称的模型。</translation>
    </message>
    <message>
        <source>Give each class a folder or a text file of its own, side by side; in a table, name the class in every row.</source>
        <translation>请让每个类别各有一个文件夹或文本文件，并排放置；在表格中，请在每一行写明类别。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>95 % range %1</source>
        <translation>95 % 置信区间 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>ahead by</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1, %2 are ahead of %3 %4.</source>
        <translation>%1，%2领先于%3 %4。</translation>
    </message>
    <message>
        <source>%1, %2 is ahead of %3 %4.</source>
        <translation>%1，%2领先于%3 %4。</translation>
    </message>
    <message>
        <source>cannot be told apart yet</source>
        <translation>还分不出高下</translation>
    </message>
    <message>
        <source>%1, %2 and %3 %4.</source>
        <translation>%1，%2与%3%4。</translation>
    </message>
    <message>
        <source>. About %1 more might.</source>
        <translation>。再抽样约 %1 次也许能分出。</translation>
    </message>
    <message>
        <source>Names alone do no better than guessing here.</source>
        <translation>这里只凭名称并不比随机猜测好。</translation>
    </message>
    <message>
        <source>no better than guessing</source>
        <translation>并不比随机猜测好</translation>
    </message>
    <message>
        <source>about 1 example per class</source>
        <translation>大约每类 1 个样本</translation>
    </message>
    <message>
        <source>about %1 examples per class</source>
        <translation>大约每类 %1 个样本</translation>
    </message>
    <message>
        <source>Knowing only the names is worth %1 here.</source>
        <translation>这里只凭名称就抵得上%1。</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>与%1相比</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>不超过%1时</translation>
    </message>
    <message>
        <source>with all examples, %1</source>
        <translation>使用全部样本时，%1更好</translation>
    </message>
    <message>
        <source>from %1 on, %2</source>
        <translation>从 %1 个起，%2更好</translation>
    </message>
    <message>
        <source>%1, %2 are better; %3.</source>
        <translation>%1，%2更好；%3。</translation>
    </message>
    <message>
        <source>%1, %2 is better; %3.</source>
        <translation>%1，%2更好；%3。</translation>
    </message>
    <message>
        <source>What the model had learnt before brings nothing here.</source>
        <translation>模型以前学到的东西在这里没有帮助。</translation>
    </message>
    <message>
        <source>brings nothing here</source>
        <translation>在这里没有帮助</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1对比%2</translation>
    </message>
    <message>
        <source>about %1 times the examples</source>
        <translation>大约 %1 倍的样本</translation>
    </message>
    <message>
        <source>%1 against %2, at the same accuracy</source>
        <translation>%1对比%2，准确率相同时</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>%1, the draw decides: %2.</source>
        <translation>%1，全看抽样：%2。</translation>
    </message>
    <message>
        <source>changes %1 weights instead of %2</source>
        <translation>改变 %1个权重，而不是 %2个</translation>
    </message>
    <message>
        <source>%1 of cases</source>
        <comment>in 25 % of cases</comment>
        <translation>%1 的情况</translation>
    </message>
    <message>
        <source>More examples of both would help most.</source>
        <translation>给这两类多加些样本最有帮助。</translation>
    </message>
    <message>
        <source>but not the class (%1)</source>
        <translation>却没有认识类别（%1）</translation>
    </message>
    <message>
        <source>%1, %2 know their examples by heart (%3) %4.</source>
        <translation>%1，%2背下了自己的样本（%3），%4。</translation>
    </message>
    <message>
        <source>%1, %2 knows its examples by heart (%3) %4.</source>
        <translation>%1，%2背下了自己的样本（%3），%4。</translation>
    </message>
    <message>
        <source>%1 lost %2 of its old skill; frozen models lost none.</source>
        <translation>%1的旧技能下降了 %2；冻结的模型没有下降。</translation>
    </message>
    <message>
        <source>kept its old skill</source>
        <translation>保留了旧技能</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message>
        <source>Old skill kept: %1 of %2 examples named rightly, %3 before.</source>
        <translation>旧技能保留：%2 个样本中说对 %1，之前是 %3。</translation>
    </message>
    <message>
        <source>%1, %2 are ahead of %3</source>
        <translation>%1，%2领先于%3</translation>
    </message>
    <message>
        <source>%1, %2 is ahead of %3</source>
        <translation>%1，%2领先于%3</translation>
    </message>
    <message>
        <source>%1, %2 and %3 cannot be told apart yet</source>
        <translation>%1，%2与%3还分不出高下</translation>
    </message>
    <message>
        <source>How many labelled examples are needed?</source>
        <translation>需要多少带标签的样本？</translation>
    </message>
    <message>
        <source>mean of draws</source>
        <translation>多次抽样的均值</translation>
    </message>
    <message>
        <source>bands: 95 % range</source>
        <translation>色带：95 % 置信区间</translation>
    </message>
    <message>
        <source>hollow: one draw or still running</source>
        <translation>空心：只有一次抽样或仍在运行</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>多于 %1</translation>
    </message>
    <message>
        <source>Names alone do better than %1 here: knowing them is worth %2.</source>
        <translation>这里只凭名称就胜过%1：知道名称抵得上%2。</translation>
    </message>
    <message>
        <source>better than %1</source>
        <translation>胜过%1</translation>
    </message>
    <message>
        <source>More test examples would make every range narrower.</source>
        <translation>更多的测试样本会让所有置信区间变窄。</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>rate %1, last layer %2</source>
        <translation>学习率 %1，最后一层 %2</translation>
    </message>
    <message>
        <source>Learnt in %1 steps of up to %2 examples (%3, %4); %5.</source>
        <translation>学习了 %1 步，每步最多 %2 个样本（%3，%4）；%5。</translation>
    </message>
    <message>
        <source>batch norm learnt new statistics</source>
        <translation>批归一化学到了新的统计量</translation>
    </message>
    <message>
        <source>batch norm kept its statistics</source>
        <translation>批归一化保持了原来的统计量</translation>
    </message>
    <message>
        <source>Each picture to learn from is shown in %1 versions: as it is, and slightly changed.</source>
        <translation>每张用于学习的图片会以 %1 种样子出现：原样，以及稍作变化的样子。</translation>
    </message>
    <message>
        <source>What the network makes of an example stayed alike by %1, a stand-in for its old skill.</source>
        <translation>网络对样本的理解有 %1 保持不变，以此代表旧技能。</translation>
    </message>
    <message>
        <source>Test accuracy on 1 locked example</source>
        <translation>1 个锁定样本上的测试准确率</translation>
    </message>
    <message>
        <source>Test accuracy on %1 locked examples</source>
        <translation>%1 个锁定样本上的测试准确率</translation>
    </message>
    <message>
        <source>names alone: %1</source>
        <translation>只凭名称：%1</translation>
    </message>
    <message>
        <source>at least %1 times the examples</source>
        <translation>至少 %1 倍的样本</translation>
    </message>
    <message>
        <source>more than a thousand times the time</source>
        <translation>一千多倍的时间</translation>
    </message>
    <message>
        <source>hundreds of times the time</source>
        <translation>几百倍的时间</translation>
    </message>
    <message>
        <source>about %1 times the time</source>
        <translation>大约 %1 倍的时间</translation>
    </message>
    <message>
        <source>Once the frozen layers have seen every example, %1 take %2 of %3 and are not ahead.</source>
        <translation>冻结层看过所有样本之后，%1用了%3 %2，却没有领先。</translation>
    </message>
    <message>
        <source>Once the frozen layers have seen every example, %1 takes %2 of %3 and is not ahead.</source>
        <translation>冻结层看过所有样本之后，%1用了%3 %2，却没有领先。</translation>
    </message>
    <message>
        <source>The %1 that %2 gains over %3 cost %4, once the frozen layers have seen every example.</source>
        <translation>%2比%3高出的 %1，代价是 %4（冻结层看过所有样本之后计时）。</translation>
    </message>
    <message>
        <source>%1, every method takes “%2” for “%3” in %4.</source>
        <translation>%1，所有方法都会在 %4下把“%2”当成“%3”。</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Every number rests on %1: other examples to learn from may well give another.</source>
        <translation>每个数字都依据%1：换一批学习样本，数字很可能不同。</translation>
    </message>
    <message>
        <source>More draws would show how much is luck.</source>
        <translation>多抽样几次，就能看出有多少是运气。</translation>
    </message>
    <message>
        <source>Without what the model had learnt before, the same accuracy takes %1.</source>
        <translation>如果没有模型以前学到的东西，达到同样的准确率需要%1。</translation>
    </message>
    <message>
        <source>The smallest class has only %1 for testing: a single mistake moves its own accuracy by %2.</source>
        <translation>最小的类别只有 %1可供测试：一次错误就会让这个类别自己的准确率变动 %2。</translation>
    </message>
    <message>
        <source>It moves the accuracy over all classes by %1.</source>
        <translation>所有类别合计的准确率则变动 %1。</translation>
    </message>
</context>
<context>
    <name>Inspect</name>
    <message>
        <source>Input: %1 × %1, %2; fed at %3 × %3</source>
        <translation>输入：%1 × %1，%2；实际使用 %3 × %3</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>The file has no card: input size and colours are guessed.</source>
        <translation>文件没有模型卡：输入尺寸和颜色是猜测的。</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>Last layer: %1, %2 features in, %3 names out</source>
        <translation>最后一层：%1，输入 %2 个特征，输出 %3 个名称</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Layers, in order:</source>
        <translation>各层，按顺序：</translation>
    </message>
    <message>
        <source>Frozen layers are passed once per example.</source>
        <translation>每个样本只经过冻结层一次。</translation>
    </message>
    <message>
        <source>The whole network runs for every example: %1</source>
        <translation>每个样本都要经过整个网络：%1</translation>
    </message>
    <message>
        <source>Input: sentences, up to %1 tokens each</source>
        <translation>输入：句子，每句最多 %1 个词元</translation>
    </message>
    <message>
        <source>No last layer of its own: it gives %1 features</source>
        <translation>没有自己的最后一层：输出 %1 个特征</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Zero-shot</source>
        <translation>零样本</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Nearest example</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>New last layer</source>
        <translation>只训练最后一层</translation>
    </message>
    <message>
        <source>Chosen layers</source>
        <translation>微调所选层</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Guessing</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>Commonest class</source>
        <translation>最常见类别</translation>
    </message>
    <message>
        <source>zero-shot</source>
        <translation>零样本</translation>
    </message>
    <message>
        <source>prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>the nearest example</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>the new last layer</source>
        <translation>只训练最后一层</translation>
    </message>
    <message>
        <source>chosen layers</source>
        <translation>微调所选层</translation>
    </message>
    <message>
        <source>full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>training from scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>随机猜测</translation>
    </message>
    <message>
        <source>always taking the commonest class</source>
        <translation>总是猜最常见的类别</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>chosen layers · which</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Uses only the names of your classes.</source>
        <translation>只用你的类别名称。</translation>
    </message>
    <message>
        <source>Compares with the average example of each class. No weight changes.</source>
        <translation>与每类样本的平均值比较。不改变任何权重。</translation>
    </message>
    <message>
        <source>Takes the class of the most similar example. No weight changes.</source>
        <translation>取最相似样本的类别。不改变任何权重。</translation>
    </message>
    <message>
        <source>Everything stays frozen; only a new last layer learns.</source>
        <translation>全部冻结，只有新的最后一层学习。</translation>
    </message>
    <message>
        <source>The layers you choose learn, together with a new last layer.</source>
        <translation>你选的层与新的最后一层一起学习。</translation>
    </message>
    <message>
        <source>Every layer may change, in small steps.</source>
        <translation>每一层都可以小步改变。</translation>
    </message>
    <message>
        <source>The same network without its earlier learning.</source>
        <translation>同样的网络，但没有以前学到的东西。</translation>
    </message>
    <message>
        <source>What picking a class by lot would reach.</source>
        <translation>随便抽一个类别能达到的水平。</translation>
    </message>
    <message>
        <source>What answering the commonest class every time would reach.</source>
        <translation>每次都答最常见类别能达到的水平。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>no examples</source>
        <translation>零个样本</translation>
    </message>
    <message>
        <source>1 example per class</source>
        <translation>每类 1 个样本</translation>
    </message>
    <message>
        <source>%1 examples per class</source>
        <translation>每类 %1 个样本</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>使用%1时</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>模块 %1</translation>
    </message>
    <message>
        <source>Summary layer</source>
        <translation>汇总层</translation>
    </message>
    <message>
        <source>edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>edges, colours</source>
        <translation>边缘、颜色</translation>
    </message>
    <message>
        <source>lines, corners</source>
        <translation>线条、拐角</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>parts of shapes</source>
        <translation>形状的局部</translation>
    </message>
    <message>
        <source>whole shapes</source>
        <translation>完整形状</translation>
    </message>
    <message>
        <source>spots, lines</source>
        <translation>斑点、线条</translation>
    </message>
    <message>
        <source>textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>patterns</source>
        <translation>图案</translation>
    </message>
    <message>
        <source>shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>parts together</source>
        <translation>部件组合</translation>
    </message>
    <message>
        <source>things</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个特征</translation>
    </message>
    <message>
        <source>your %1</source>
        <translation>你的 %1</translation>
    </message>
    <message>
        <source>your %1, in place of %2 names</source>
        <translation>你的 %1，取代原来的 %2 个名称</translation>
    </message>
    <message>
        <source>%1 of %2 weights will change</source>
        <translation>%2个权重中将改变 %1个</translation>
    </message>
    <message>
        <source>New last layer</source>
        <comment>the layer itself</comment>
        <translation>新的最后一层</translation>
    </message>
    <message>
        <source>single words</source>
        <translation>单个词</translation>
    </message>
    <message>
        <source>neighbouring words</source>
        <translation>相邻的词</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>grammar</source>
        <translation>语法</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Raw pixels</source>
        <translation>原始像素</translation>
    </message>
    <message>
        <source>Counted words, average</source>
        <translation>词频取平均</translation>
    </message>
    <message>
        <source>Counted words, weighed</source>
        <translation>词频加权</translation>
    </message>
    <message>
        <source>comparing raw pixels</source>
        <translation>比较原始像素</translation>
    </message>
    <message>
        <source>averaging counted words</source>
        <translation>词频取平均</translation>
    </message>
    <message>
        <source>weighing counted words</source>
        <translation>词频加权</translation>
    </message>
    <message>
        <source>Without any model: takes the class of the example whose pixels are nearest, shrunk to 28 × 28 grey ones.</source>
        <translation>不用任何模型：缩小成 28 × 28 的灰度图后，取像素最接近的样本的类别。</translation>
    </message>
    <message>
        <source>Without any model: counts words (TF-IDF) and compares with the average of each class.</source>
        <translation>不用任何模型：统计词频（TF-IDF），与每类的平均值比较。</translation>
    </message>
    <message>
        <source>Without any model: counts words (TF-IDF) and learns which of them speak for which class.</source>
        <translation>不用任何模型：统计词频（TF-IDF），学习哪些词说明哪个类别。</translation>
    </message>
    <message>
        <source>Zero-shot by meaning</source>
        <translation>按词义的零样本</translation>
    </message>
    <message>
        <source>zero-shot by meaning</source>
        <translation>按词义的零样本</translation>
    </message>
    <message>
        <source>No examples and no links: the ten things the model most likely sees, compared in meaning with the names of the classes.</source>
        <translation>不用样本，也不用对应：把模型认为最可能看到的十样东西，与类别名称的词义比较。</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand</comment>
        <translation>k</translation>
    </message>
    <message>
        <source>M</source>
        <comment>million</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>不到 %1</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分钟</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>小时</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余%1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date without year, QDate format</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date with year, QDate format</comment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 类</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 类</translation>
    </message>
    <message>
        <source>1 draw</source>
        <translation>1 次抽样</translation>
    </message>
    <message>
        <source>%1 draws</source>
        <translation>%1 次抽样</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次运行</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>1 sentence</source>
        <translation>1 个句子</translation>
    </message>
    <message>
        <source>%1 sentences</source>
        <translation>%1 个句子</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>parts of a list</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>what it makes of one example depends on the others beside it</source>
        <translation>它对一个样本的结果取决于同批的其他样本</translation>
    </message>
    <message>
        <source>its frozen part gives another result each time</source>
        <translation>其冻结部分每次给出的结果都不同</translation>
    </message>
    <message>
        <source>it writes over values that are still needed</source>
        <translation>它会覆盖仍需使用的数值</translation>
    </message>
    <message>
        <source>what it does next depends on what is in the example</source>
        <translation>它的后续步骤取决于样本的内容</translation>
    </message>
    <message>
        <source>its inner values cannot be told apart by example</source>
        <translation>它的中间数值无法按样本区分</translation>
    </message>
    <message>
        <source>its weights are stored in a packed form</source>
        <translation>它的权重以打包形式存储</translation>
    </message>
    <message>
        <source>it is built in a way that Shotlab cannot follow</source>
        <translation>它的构造方式 Shotlab 无法解析</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>What was found</source>
        <translation>发现了什么</translation>
    </message>
    <message>
        <source>The numbers do not support any statement yet. More draws or more test examples would help.</source>
        <translation>目前的数据还不足以支持任何结论。增加抽样次数或测试样本会有帮助。</translation>
    </message>
    <message>
        <source>The comparison was not finished when this report was made. What is here is valid; more draws would make the ranges narrower.</source>
        <translation>生成本报告时，比较尚未完成。这里的内容都有效；更多抽样会使区间更窄。</translation>
    </message>
    <message>
        <source>Examples or model have been changed since. The numbers belong to what they were before.</source>
        <translation>此后样本或模型有改动。这些数字对应改动之前的情况。</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>想知道什么</translation>
    </message>
    <message>
        <source>How well do different ways of teaching a trained model tell these classes apart, and how many examples does each of them need? Every method learnt from the same examples and was measured on the same examples, which it had never seen.</source>
        <translation>用不同的方法教一个预训练模型，各能把这些类别分得多好？各需要多少样本？每种方法都从相同的样本学习，并在同一批从未见过的样本上测量。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1: %2 to learn from and %3 in the test set. The test set was chosen before anything learnt, was locked, and was used for measuring only.</source>
        <translation>%1：%2用于学习，%3在测试集中。测试集在任何学习开始之前选定并锁定，只用于测量。</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <source>sees pictures of %1 × %1 pixels</source>
        <translation>输入图片为 %1 × %1 像素</translation>
    </message>
    <message>
        <source>had learnt %1 before</source>
        <translation>此前学过 %1</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>许可证 %1</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>预训练模型</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>95 % range</source>
        <translation>95 % 置信区间</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>Time of a run</source>
        <translation>每次运行用时</translation>
    </message>
    <message>
        <source>Weights that learn</source>
        <translation>参与学习的权重</translation>
    </message>
    <message>
        <source>Right answers: the share of %1 in the test set that got the right class, mean of all draws.</source>
        <translation>正确率：测试集的 %1 中被分到正确类别的比例，取所有抽样的平均值。</translation>
    </message>
    <message>
        <source>* One draw only: this range covers the luck of the test set alone, not that of the draw.</source>
        <translation>* 只有一次抽样：该区间只包含测试集的偶然性，不包含抽样的偶然性。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未包含的部分</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>如何阅读</translation>
    </message>
    <message>
        <source>Where two ranges overlap much, the difference between two methods may be luck. “Ahead” is only said where a paired test over the same draws and the same test examples supports it, corrected for the number of comparisons.</source>
        <translation>两个区间重叠较多时，两种方法之间的差别可能只是偶然。只有在相同抽样、相同测试样本上的配对检验（已按比较次数校正）支持时，才会说“领先”。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Lab file</source>
        <translation>实验文件</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>number %1, begun %2</source>
        <translation>编号 %1，开始于 %2</translation>
    </message>
    <message>
        <source>Computed with</source>
        <translation>计算环境</translation>
    </message>
    <message>
        <source>Shotlab %1, %2, threads: %3</source>
        <translation>Shotlab %1，%2，线程数：%3</translation>
    </message>
    <message>
        <source>Seed of all draws</source>
        <translation>所有抽样的随机种子</translation>
    </message>
    <message>
        <source>Versions of each example</source>
        <translation>每个样本的版本数</translation>
    </message>
    <message>
        <source>Time of all runs</source>
        <translation>全部运行用时</translation>
    </message>
    <message>
        <source>Model file (SHA-256)</source>
        <translation>模型文件（SHA-256）</translation>
    </message>
    <message>
        <source>Data (SHA-256)</source>
        <translation>数据（SHA-256）</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>报告生成</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1，系统：%2</translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation>数字的来源</translation>
    </message>
    <message>
        <source>With the same lab file, seed, program version and number of threads the same comparison gives the same numbers again.</source>
        <translation>使用相同的实验文件、随机种子、程序版本和线程数，同样的比较会再次得到同样的数字。</translation>
    </message>
    <message>
        <source>How the methods learn</source>
        <translation>各方法的学习过程</translation>
    </message>
    <message>
        <source>Right answers on the test set after so many steps of learning, with %1. Thin lines are single draws, the strong one is their mean. Methods that change no layer of the network have no such curve.</source>
        <translation>学习若干步之后在测试集上的正确率（%1）。细线为单次抽样，粗线为平均值。不改变网络任何层的方法没有这样的曲线。</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>What is taken for what by %1, with %2, over all draws. Rows: what it is. Columns: the answer. Numbers: per cent of the row.</source>
        <translation>%1 把什么认成了什么（%2，全部抽样）。行：真实类别；列：回答；数字：占该行的百分比。</translation>
    </message>
    <message>
        <source>Commonest mix-ups, with %1</source>
        <translation>最常见的混淆（%1）</translation>
    </message>
    <message>
        <source>“%1” taken for “%2” (%3)</source>
        <translation>把“%1”认成“%2”（%3）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message>
        <source>Nothing has been compared in %1 yet. Run a comparison first.</source>
        <translation>%1 中还没有任何比较。请先运行一次比较。</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder, or free some space.</source>
        <translation>无法写入 %1。请选择其他文件夹，或释放一些空间。</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>%1: saved were %2, %3, comparisons: %4.</source>
        <translation>%1：已救出 %2、%3，比较：%4 个。</translation>
    </message>
</context>
<context>
    <name>Show</name>
    <message>
        <source>This lab holds no comparison yet. Run one with &quot;shotlab-cli compare&quot;.</source>
        <translation>这个实验还没有比较。请用“shotlab-cli compare”运行一次。</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>* one draw: the range covers the luck of the test set alone.</source>
        <translation>* 只有一次抽样：置信区间只包含测试集的偶然性。</translation>
    </message>
    <message>
        <source>What this shows</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略过的部分</translation>
    </message>
    <message>
        <source>%1 on a locked test set. ± or [from–to]: the 95 % range; (n): the number of draws.</source>
        <translation>锁定的测试集共 %1。± 或 [起–止] 是 95 % 置信区间；(n) 是抽样次数。</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Trained model</source>
        <translation>预训练模型</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Examples per class (k)</source>
        <translation>每类样本数（k）</translation>
    </message>
    <message>
        <source>Zero-shot</source>
        <translation>零样本</translation>
    </message>
    <message>
        <source>One-shot, few-shot</source>
        <translation>单样本、少样本</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Nearest example</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>New last layer</source>
        <translation>只训练最后一层</translation>
    </message>
    <message>
        <source>Chosen layers</source>
        <translation>微调所选层</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>全量微调</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>A network that has already learnt something else. What it learnt there can make your classes easier to learn.</source>
        <translation>已经学过别的东西的网络。它学到的东西能让你的类别更容易学。</translation>
    </message>
    <message>
        <source>A learning layer may change to fit your examples. More of them can fit better, or learn the examples by heart.</source>
        <translation>学习的层可以改变，以适应你的样本。学习的层多，可能更合适，也可能把样本死记硬背下来。</translation>
    </message>
    <message>
        <source>How many labelled examples of each class a method may learn from. With k = 5 and 7 classes it sees 35 pictures.</source>
        <translation>每个类别有多少带标签的样本可供学习。k = 5、7 个类别时，方法能看到 35 张图片。</translation>
    </message>
    <message>
        <source>No examples at all: only the names of your classes. It works where the model already knows those names.</source>
        <translation>完全没有样本，只有类别的名称。模型本来就认识这些名称时才行得通。</translation>
    </message>
    <message>
        <source>Learning from one or a few examples of each class. The examples it learns from are called the support set.</source>
        <translation>从每类一个或几个样本中学习。用来学习的样本在术语里叫支持集。</translation>
    </message>
    <message>
        <source>Takes the average of each class&apos;s examples as the model sees them, and answers with the nearest average. No weight changes.</source>
        <translation>取模型眼中每类样本的平均值，以最近的平均值作答。不改变任何权重。</translation>
    </message>
    <message>
        <source>Answers with the class of the most similar example. The field calls it nearest neighbour.</source>
        <translation>以最相似样本的类别作答。这就是术语里的最近邻法。</translation>
    </message>
    <message>
        <source>Everything stays frozen and only a new last layer learns. The field calls it a linear probe.</source>
        <translation>全部冻结，只有新的最后一层学习。术语叫线性探测。</translation>
    </message>
    <message>
        <source>The layers you choose may change, the others stay frozen. The field calls it partial fine-tuning.</source>
        <translation>你选的层可以改变，其余保持冻结。术语叫部分微调。</translation>
    </message>
    <message>
        <source>Every layer may change, in small steps. It can reach most, and can forget or overfit most.</source>
        <translation>每一层都可以小步改变。它可能达到最高，也最容易遗忘或过拟合。</translation>
    </message>
    <message>
        <source>The same network with all earlier learning taken away. The distance to it is what the earlier learning is worth.</source>
        <translation>同样的网络，去掉以前学到的一切。与它的差距就是以前所学的价值。</translation>
    </message>
    <message>
        <source>Pictures kept apart before anything learns, and never shown to any method. Only they decide how good an answer is.</source>
        <translation>在学习开始之前就单独留出、从不给任何方法看的图片。答案好不好只由它们决定。</translation>
    </message>
    <message>
        <source>Which examples happened to be picked. Another draw gives another result, so numbers here come from many draws.</source>
        <translation>碰巧抽到了哪些样本。换一次抽样结果就不同，所以这里的数字来自多次抽样。</translation>
    </message>
    <message>
        <source>Where the true value probably lies: 95 of 100 such ranges contain it. The field calls it a 95 % confidence interval.</source>
        <translation>真实值大概所在的范围：100 个这样的区间里有 95 个包含它。术语叫 95 % 置信区间。</translation>
    </message>
    <message>
        <source>What is taken for what: each row is a true class, each column an answer. The field calls it a confusion matrix.</source>
        <translation>把什么当成了什么：每行是真实类别，每列是给出的答案。术语叫混淆矩阵。</translation>
    </message>
    <message>
        <source>The numbers inside the network that learning changes. More changing weights need more examples and more time.</source>
        <translation>网络内部会因学习而改变的数字。改变的权重越多，需要的样本和时间就越多。</translation>
    </message>
    <message>
        <source>How brightness is rescaled before the network sees it. It has to be as it was when the network was trained.</source>
        <translation>图片进入网络之前如何调整亮度的尺度。必须与网络训练时一致。</translation>
    </message>
    <message>
        <source>A frozen layer stays exactly as it is. It sees each example only once, so runs are quick.</source>
        <translation>冻结的层保持原样。每个样本它只看一次，所以运行很快。</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::AccuracyChart</name>
    <message>
        <source>Accuracy by number of examples</source>
        <translation>准确率随样本数的变化</translation>
    </message>
    <message>
        <source>Accuracy of every method at every number of examples, per cent</source>
        <translation>每种方法在各样本数下的准确率，百分比</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::AccuracyPlot</name>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Every method is hidden.</source>
        <translation>所有方法都被隐藏了。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>guessing 10 %</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 weights</source>
        <comment>duration, count</comment>
        <translation>%1，%2个权重</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::AccuracyTableModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>95 % range</comment>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::ChartMenu</name>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>表格已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save as picture (PNG) …</source>
        <translation>存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Save as drawing (SVG) …</source>
        <translation>存为矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Save as page (PDF) …</source>
        <translation>存为页面（PDF）…</translation>
    </message>
    <message>
        <source>Save as table (CSV) …</source>
        <translation>存为表格（CSV）…</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF pages (*.pdf)</source>
        <translation>PDF 页面 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written. Nothing was changed; choose another folder.</source>
        <translation>%1 无法写入。没有任何改动；请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>Copy or save this chart, or drag it into another program</source>
        <translation>复制或保存此图表，或将其拖到其他程序中</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::ChartTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Arrow keys read the values.</source>
        <translation>用方向键读出数值。</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::ChartWidget</name>
    <message>
        <source>Show as a chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::CostChart</name>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>What does accuracy cost?</source>
        <translation>准确率的代价是多少？</translation>
    </message>
    <message>
        <source>Test accuracy against the time of one run; a line leads from few examples to many</source>
        <translation>测试准确率与一次运行的用时；线从少样本连到多样本</translation>
    </message>
    <message>
        <source>Test accuracy against the weights that change</source>
        <translation>测试准确率与改变的权重</translation>
    </message>
    <message>
        <source>Accuracy and time of one run</source>
        <translation>准确率与一次运行的用时</translation>
    </message>
    <message>
        <source>Accuracy and weights that change</source>
        <translation>准确率与改变的权重</translation>
    </message>
    <message>
        <source>Accuracy and cost of every method at every number of examples</source>
        <translation>各方法在各样本数下的准确率与代价</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::CostPlot</name>
    <message>
        <source>Time of one run (each step is ten times as much)</source>
        <translation>一次运行的用时（每一格是十倍）</translation>
    </message>
    <message>
        <source>Weights that change (each step is ten times as many)</source>
        <translation>改变的权重（每一格是十倍）</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <comment>method, k, accuracy, cost</comment>
        <translation>%1，%2：%3，%4</translation>
    </message>
    <message>
        <source>Cheapest: %1. Most accurate: %2</source>
        <translation>最省：%1。最准：%2</translation>
    </message>
    <message>
        <source>Nothing to show: hidden, or its cost was not noted.</source>
        <translation>没有可显示的：已隐藏，或没有记录代价。</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::CostTableModel</name>
    <message>
        <source>%1, %2: %3, %4</source>
        <comment>method, k, accuracy, cost</comment>
        <translation>%1，%2：%3，%4</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>准确率，%</translation>
    </message>
    <message>
        <source>Time of a run, s</source>
        <translation>每次运行用时，秒</translation>
    </message>
    <message>
        <source>Weights that change</source>
        <translation>改变的权重</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::CurvesTableModel</name>
    <message>
        <source>%1, step %2: %3</source>
        <translation>%1，第 %2 步：%3</translation>
    </message>
    <message>
        <source> (%1 over %2)</source>
        <comment>lowest to highest, draws</comment>
        <translation>（%1，共 %2）</translation>
    </message>
    <message>
        <source> · training loss %1</source>
        <translation> · 训练损失 %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::LearningCurvesChart</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>learning-curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Show as curves</source>
        <translation>以曲线显示</translation>
    </message>
    <message>
        <source>Test accuracy of every method after every step, per cent</source>
        <translation>每种方法在每一步之后的测试准确率，百分比</translation>
    </message>
    <message>
        <source>Training loss of every method after every step</source>
        <translation>各方法在每一步之后的训练损失</translation>
    </message>
</context>
<context>
    <name>shotlab::charts::LearningPlot</name>
    <message>
        <source>Every method is hidden.</source>
        <translation>所有方法都被隐藏了。</translation>
    </message>
    <message>
        <source>%1 · running</source>
        <translation>%1 · 运行中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method and its accuracy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2 after %3 steps</source>
        <translation>%1：%3 步之后 %2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>No loss was noted in these runs.</source>
        <translation>这些运行没有记录损失。</translation>
    </message>
</context>
<context>
    <name>shotlab::cli::CompareCommand</name>
    <message>
        <source>Its results can be read meanwhile with: shotlab-cli show %1</source>
        <translation>在此期间可以用 shotlab-cli show %1 查看它的结果</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Stopped. %1 of %2 are finished and kept.</source>
        <translation>已停止。%2中完成的 %1 次已保留。</translation>
    </message>
    <message>
        <source> · examples through the frozen part: %1 of %2</source>
        <translation> · 已通过冻结部分的样本：%1 / %2</translation>
    </message>
</context>
<context>
    <name>shotlab::models::AnsweredListModel</name>
    <message>
        <source>%1 sure</source>
        <translation>把握 %1</translation>
    </message>
    <message>
        <source>%1 sure, in %2 of %3</source>
        <translation>把握 %1，%3中有 %2 次</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Moved to “%1”</source>
        <translation>已移到“%1”</translation>
    </message>
    <message>
        <source>%1 says %2, %3 sure</source>
        <translation>%1：%2，把握 %3</translation>
    </message>
</context>
<context>
    <name>shotlab::models::ArmListModel</name>
    <message>
        <source>no draw needed</source>
        <translation>无需抽样</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>工作方式</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>shotlab::models::ClassListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>shotlab::models::LayerTreeModel</name>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>部分学习</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Above the line frozen, apart from your exceptions; below it everything learns</source>
        <translation>线以上冻结（你设的例外除外），线以下全部学习</translation>
    </message>
    <message>
        <source>Above the line everything stays frozen; below it everything learns</source>
        <translation>线以上全部冻结，线以下全部学习</translation>
    </message>
    <message>
        <source>New last layer</source>
        <translation>新的最后一层</translation>
    </message>
    <message>
        <source>%1, %2 weights, %3</source>
        <translation>%1，%2个权重，%3</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>shotlab::models::RunListModel</name>
    <message>
        <source>names only</source>
        <translation>只用名称</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 / %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>, tags: %1</source>
        <translation>，标签：%1</translation>
    </message>
    <message>
        <source>, note: %1</source>
        <translation>，备注：%1</translation>
    </message>
</context>
<context>
    <name>shotlab::models::SettingsTableModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>accuracy, range</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>learnt anew</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>%1, %2 before</source>
        <translation>%1，之前 %2</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>Examples in one step</source>
        <translation>每步样本数</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate of the last layer</source>
        <translation>最后一层的学习率</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Last layer fitted first</source>
        <translation>先拟合最后一层</translation>
    </message>
    <message>
        <source>Freedom of the last layer (C)</source>
        <translation>最后一层的自由度（C）</translation>
    </message>
    <message>
        <source>Batch norm statistics</source>
        <translation>批归一化统计量</translation>
    </message>
    <message>
        <source>Sharpness of the answers</source>
        <translation>回答的锐度</translation>
    </message>
    <message>
        <source>Weight of the names</source>
        <translation>名称的权重</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Weights that changed</source>
        <translation>改变的权重</translation>
    </message>
    <message>
        <source>Time of a run</source>
        <translation>每次运行用时</translation>
    </message>
    <message>
        <source>Old skill kept</source>
        <translation>旧技能保留</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2 and %3, different</source>
        <translation>%1：%2 和 %3，不同</translation>
    </message>
    <message>
        <source>%1: %2, the same</source>
        <translation>%1：%2，相同</translation>
    </message>
    <message>
        <source>Guesses that count</source>
        <translation>计入的猜测数</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::BinGrid</name>
    <message>
        <source>%1 for learning: %2 is out of reach</source>
        <translation>可供学习的只有 %1 个：达不到 %2</translation>
    </message>
    <message>
        <source>Choose pictures of this class</source>
        <translation>选择这个类别的图片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片（%1）</translation>
    </message>
    <message>
        <source>“%1” with its %2 was removed</source>
        <translation>已移除“%1”及其 %2</translation>
    </message>
    <message>
        <source>Choose sentences of this class</source>
        <translation>选择这个类别的句子</translation>
    </message>
    <message>
        <source>Text files, a sentence on each line (*.txt)</source>
        <translation>文本文件，每行一个句子 (*.txt)</translation>
    </message>
    <message>
        <source>%1 for learning, %2 left out: also in test</source>
        <translation>%1 个用于学习，%2 个略去：测试集中也有</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::CardForm</name>
    <message>
        <source>How does this model see pictures?</source>
        <translation>这个模型怎样看图片？</translation>
    </message>
    <message>
        <source>A model file does not say this. The guesses below fit most models; whoever made the model knows for sure.</source>
        <translation>模型文件里没有写明。下面的猜测适合大多数模型；确切答案要问模型的作者。</translation>
    </message>
    <message>
        <source>Side of its pictures in pixels</source>
        <translation>图片边长（像素）</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Side of its pictures</source>
        <translation>图片边长</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Drawings, light ink on black</source>
        <translation>手绘，黑底浅色笔迹</translation>
    </message>
    <message>
        <source>It was trained on</source>
        <translation>训练所用的是</translation>
    </message>
    <message>
        <source>As for ImageNet</source>
        <translation>与 ImageNet 相同</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 到 1</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Mean per colour</source>
        <translation>各颜色的均值</translation>
    </message>
    <message>
        <source>Spread per colour</source>
        <translation>各颜色的标准差</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Choose a list…</source>
        <translation>选择列表…</translation>
    </message>
    <message>
        <source>Choose a text file with one name per line</source>
        <translation>选择每行一个名称的文本文件</translation>
    </message>
    <message>
        <source>Names of what it knows</source>
        <translation>它认识的名称</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>就用这些</translation>
    </message>
    <message>
        <source>none: zero-shot is left out</source>
        <translation>无：略过零样本</translation>
    </message>
    <message>
        <source>%1 names for %2 outputs: they do not fit</source>
        <translation>%1 个名称对应 %2 个输出：数目不符</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>%1 个名称</translation>
    </message>
    <message>
        <source>Text files (*.txt *.csv *.names);;All files (*)</source>
        <translation>文本文件 (*.txt *.csv *.names);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::ChecksCard</name>
    <message>
        <source>Before you compare</source>
        <translation>比较之前</translation>
    </message>
    <message>
        <source>You can compare without fixing. Undo brings all back.</source>
        <translation>不处理也可以比较。撤销可以全部恢复。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等另外 %2 个</translation>
    </message>
    <message>
        <source>A copy teaches nothing new, but counts as an example.</source>
        <translation>副本教不了新东西，却也算一个样本。</translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation>每张只留一份</translation>
    </message>
    <message>
        <source>Take out of examples</source>
        <translation>从样本中取出</translation>
    </message>
    <message>
        <source>Few pictures to learn from</source>
        <translation>可供学习的图片很少</translation>
    </message>
    <message>
        <source>Classes differ much in size</source>
        <translation>各类别大小悬殊</translation>
    </message>
    <message>
        <source>A picture could not be read</source>
        <translation>有一张图片无法读取</translation>
    </message>
    <message>
        <source>%1 was left out.</source>
        <translation>%1已略过。</translation>
    </message>
    <message>
        <source>The model has no word for some classes</source>
        <translation>模型没有与某些类别对应的词</translation>
    </message>
    <message>
        <source>1 file could not be read</source>
        <translation>有 1 个文件无法读取</translation>
    </message>
    <message>
        <source>%1 files could not be read</source>
        <translation>有 %1 个文件无法读取</translation>
    </message>
    <message>
        <source>They were left out. Everything else was added.</source>
        <translation>它们被略过，其余的都已添加。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>No picture appears twice among the examples</source>
        <translation>样本中没有重复的图片</translation>
    </message>
    <message>
        <source>No test picture is among the examples</source>
        <translation>样本中没有测试图片</translation>
    </message>
    <message>
        <source>all fine</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>1 thing to look at</source>
        <translation>有 1 处需要看看</translation>
    </message>
    <message>
        <source>%1 things to look at</source>
        <translation>有 %1 处需要看看</translation>
    </message>
    <message>
        <source>%1: zero-shot is left out until every class is linked to names the model knows. See Names.</source>
        <translation>%1：在每个类别都对应到模型认识的名称之前，略过零样本。请看“名称”。</translation>
    </message>
    <message>
        <source>It knows none of %1, so there is no bridge from your names to its own: zero-shot would only guess, and is left out. If one of its names fits after all, link it under Names.</source>
        <translation>%1它一个也不认识，所以你的名称和它的名称之间没有桥梁：零样本只能瞎猜，因此略过。如果其实有合适的名称，请在“名称”里对应上。</translation>
    </message>
    <message>
        <source>%1 appears twice</source>
        <translation>%1出现了两次</translation>
    </message>
    <message>
        <source>%1 appear more than once</source>
        <translation>%1出现了不止一次</translation>
    </message>
    <message>
        <source>%1 is both in examples and test</source>
        <translation>%1同时在样本和测试中</translation>
    </message>
    <message>
        <source>%1 are both in examples and test</source>
        <translation>%1同时在样本和测试中</translation>
    </message>
    <message>
        <source>Few sentences to learn from</source>
        <translation>可供学习的句子很少</translation>
    </message>
    <message>
        <source>%1: fewer than 5 are left for learning. Larger k are left out for all classes; a few more help most here.</source>
        <translation>%1：可供学习的不足 5 个。更大的 k 对所有类别都会略过；在这里多加几个最有帮助。</translation>
    </message>
    <message>
        <source>One class has more than 3 times the examples of another (%1). With &quot;all&quot; examples the large one is favoured.</source>
        <translation>有的类别样本数是另一类的 3 倍以上（%1）。使用“全部”样本时，大的类别会占便宜。</translation>
    </message>
    <message>
        <source>A text could not be read</source>
        <translation>有一段文字无法读取</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1它被略过。</translation>
    </message>
    <message>
        <source>No sentence appears twice among the examples</source>
        <translation>样本中没有重复的句子</translation>
    </message>
    <message>
        <source>No test sentence is among the examples</source>
        <translation>样本中没有测试句子</translation>
    </message>
    <message>
        <source>Exact copies are left out of learning; copies that differ a little would make the result look better than it is.</source>
        <translation>完全相同的副本不用于学习；略有不同的副本会让结果显得比实际更好。</translation>
    </message>
    <message>
        <source>No class has more than three times as many examples as another</source>
        <translation>没有哪个类别的样本数超过另一类别的三倍</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::ClassNames</name>
    <message>
        <source>Name for the model</source>
        <translation>给模型看的名称</translation>
    </message>
    <message>
        <source>On screen, in English</source>
        <translation>屏幕上的英文名称</translation>
    </message>
    <message>
        <source>On screen, in Chinese</source>
        <translation>屏幕上的中文名称</translation>
    </message>
    <message>
        <source>What it means, in a sentence for the model</source>
        <translation>它的含义，用一句话说给模型</translation>
    </message>
    <message>
        <source>The customer wants …</source>
        <translation>The customer wants …</translation>
    </message>
    <message>
        <source>Search the names the model knows</source>
        <translation>搜索模型认识的名称</translation>
    </message>
    <message>
        <source>The model&apos;s file does not say what its answers mean, so nothing can be linked.</source>
        <translation>模型文件没有说明它的答案是什么意思，所以无法对应。</translation>
    </message>
    <message>
        <source>Not linked: without a name that the model knows, zero-shot would guess.</source>
        <translation>没有对应：没有模型认识的名称，零样本只能瞎猜。</translation>
    </message>
    <message>
        <source>Linked to 1 name of the model:</source>
        <translation>对应到模型的 1 个名称：</translation>
    </message>
    <message>
        <source>Linked to %1 names of the model:</source>
        <translation>对应到模型的 %1 个名称：</translation>
    </message>
    <message>
        <source>“%1” is itself a name the model learnt, so it is not an unseen class.</source>
        <translation>“%1”本身就是模型学过的名称，所以它不是没见过的类别。</translation>
    </message>
    <message>
        <source>Take away the link to %1</source>
        <translation>取消与%1的对应</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 个</translation>
    </message>
    <message>
        <source>Link to %1</source>
        <translation>对应到%1</translation>
    </message>
    <message>
        <source>No bridge is plausible: of the names the model knows, “%1” and “%2” are nearest to “%3”, and neither is near. Zero-shot would guess.</source>
        <translation>没有合适的桥梁：模型认识的名称中，“%1”和“%2”与“%3”最接近，但都不够近。零样本只能瞎猜。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::ComparePage</name>
    <message>
        <source>What do you want to compare?</source>
        <translation>你想比较什么？</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>What is k?</source>
        <translation>k 是什么？</translation>
    </message>
    <message>
        <source>Each number is tried with every method that learns from examples. 0 means names only.</source>
        <translation>每个数都会用在所有需要样本的方法上。0 表示只用名称。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>将要进行</translation>
    </message>
    <message>
        <source>This lab is open for reading only.</source>
        <translation>这个实验以只读方式打开。</translation>
    </message>
    <message>
        <source>No model is chosen yet. Choose one on the Model page.</source>
        <translation>还没有选择模型。请在“模型”页面选择。</translation>
    </message>
    <message>
        <source>Looking into the model…</source>
        <translation>正在查看模型…</translation>
    </message>
    <message>
        <source>First say on the Model page how the model sees pictures.</source>
        <translation>请先在“模型”页面说明模型怎样看图片。</translation>
    </message>
    <message>
        <source>Switch on at least one method.</source>
        <translation>请至少打开一种方法。</translation>
    </message>
    <message>
        <source>%1 for methods that change no weights or only the last layer, %2 for the others, so that luck can be told from skill.</source>
        <translation>不改变权重或只改变最后一层的方法 %1 次，其他方法 %2 次，这样才能把运气和本领区分开。</translation>
    </message>
    <message>
        <source>k = %1 is left out: the smallest class has %2 for learning.</source>
        <translation>略过 k = %1：最小的类别可供学习的只有 %2。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The results fill in while it goes on.</source>
        <translation>结果会随着进行逐步补齐。</translation>
    </message>
    <message>
        <source>Working out the time…</source>
        <translation>正在估算时间…</translation>
    </message>
    <message>
        <source>Nothing to run yet</source>
        <translation>还没有可以运行的</translation>
    </message>
    <message>
        <source>Everything is there already</source>
        <translation>结果都已经有了</translation>
    </message>
    <message>
        <source>%1 on this computer.</source>
        <translation>在这台电脑上 %1。</translation>
    </message>
    <message>
        <source>%1 are taken over from before.</source>
        <translation>另有 %1沿用以前的结果。</translation>
    </message>
    <message>
        <source>The time is a first guess; it becomes exact once something has run.</source>
        <translation>时间只是初步估计，运行过之后就会准确。</translation>
    </message>
    <message>
        <source>Every method gets the same examples and the same test set, so that only the method makes the difference.</source>
        <translation>每种方法用同样的样本和同样的测试集，所以差别只来自方法本身。</translation>
    </message>
    <message>
        <source>Show each example in %1 slightly changed versions</source>
        <translation>每个样本以 %1 种稍作变化的样子出现</translation>
    </message>
    <message>
        <source>%1, the same ones for every method. Takes longer.</source>
        <translation>%1，所有方法都一样。需要更长时间。</translation>
    </message>
    <message>
        <source>Two classes with examples are needed. Add them on the Data page.</source>
        <translation>需要两个有样本的类别。请在“数据”页面添加。</translation>
    </message>
    <message>
        <source>Prototypes count the name of a class as one more example</source>
        <translation>原型把类别名称也算作一个样本</translation>
    </message>
    <message>
        <source>%1. Helps where there are one or two; then their line no longer shows what examples alone are worth.</source>
        <translation>%1。在每类只有一两个样本时有帮助；但这样一来，它的曲线就不再表示单靠样本的价值。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::DataPage</name>
    <message>
        <source>Which classes, and what are examples of them?</source>
        <translation>有哪些类别，各有哪些样本？</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>Drop a folder here, or type a name and press Enter.</source>
        <translation>把文件夹拖到这里，或者输入名称后按回车。</translation>
    </message>
    <message>
        <source>Drop to make a class of each folder</source>
        <translation>松开后每个文件夹成为一个类别</translation>
    </message>
    <message>
        <source>Name of the new class</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>类别的名称</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Kept apart before anything learns, and never shown to any method. Only these pictures decide how good an answer is, so nothing can cheat.</source>
        <translation>在学习开始之前就单独留出，从不给任何方法看。答案好不好只由这些图片决定，谁也无法作弊。</translation>
    </message>
    <message>
        <source>%1 in %2. Drop pictures on a class to add them; drag between classes to move them.</source>
        <translation>%2，共 %1。把图片拖到类别上即可添加，在类别之间拖动即可移动。</translation>
    </message>
    <message>
        <source>a third of each class, at most 100, chosen by lot</source>
        <translation>每类的三分之一，最多 100 个，随机抽取</translation>
    </message>
    <message>
        <source>%1, brought by you</source>
        <translation>%1，由你提供</translation>
    </message>
    <message>
        <source>%1, chosen by lot</source>
        <translation>%1，随机抽取</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Drop a folder that holds one folder per class, or a table of sentences, or begin with a name.</source>
        <translation>拖入一个文件夹（里面每个类别一个文件夹）或一个句子表格，或者先输入一个名称。</translation>
    </message>
    <message>
        <source>%1 in %2. Type, paste or drop sentences on a class; drag between classes to move them.</source>
        <translation>%2，共 %1。可以在类别上输入、粘贴或拖入句子，在类别之间拖动即可移动。</translation>
    </message>
    <message>
        <source>Kept apart before anything learns, and never shown to any method. Only these sentences decide how good an answer is, so nothing can cheat.</source>
        <translation>在学习开始之前就单独留出，从不给任何方法看。答案好不好只由这些句子决定，谁也无法作弊。</translation>
    </message>
    <message>
        <source>Drop a table or text files here, or type a name and press Enter.</source>
        <translation>把表格或文本文件拖到这里，或者输入名称后按回车。</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>正在读取文件：%1 / %2</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::EvidencePanel</name>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Which methods the next run compares</source>
        <translation>下次运行比较哪些方法</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Method whose mix-ups are shown</source>
        <translation>显示哪种方法的混淆</translation>
    </message>
    <message>
        <source>What is taken for what stands here after the first runs.</source>
        <translation>最初几次运行之后，这里会显示把什么当成了什么。</translation>
    </message>
    <message>
        <source>%1 · rows: truth, columns: answers, %</source>
        <translation>%1 · 行：真实，列：回答，%</translation>
    </message>
    <message>
        <source>Show what accuracy costs</source>
        <translation>显示准确率的代价</translation>
    </message>
    <message>
        <source>Show accuracy by number of examples</source>
        <translation>显示准确率随样本数的变化</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::InputsPanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>drop pictures on a class</source>
        <translation>把图片拖到类别上</translation>
    </message>
    <message>
        <source>%1 · %2 for learning, %3 locked for testing</source>
        <translation>%1 · %2 个用于学习，%3 个锁定用于测试</translation>
    </message>
    <message>
        <source>Add classes and look at all examples</source>
        <translation>添加类别，查看所有样本</translation>
    </message>
    <message>
        <source>drop sentences on a class</source>
        <translation>把句子拖到类别上</translation>
    </message>
    <message>
        <source>%1, %2 left out: also in the test set</source>
        <translation>%1，%2 个略去：测试集中也有</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::LayerCard</name>
    <message>
        <source>What may learn?</source>
        <translation>哪些可以学习？</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Click the icon in a row to make a single exception. Batch norm stays frozen wherever its layer is frozen.</source>
        <translation>点击某一行的图标可以单独设为例外。层冻结时，它的批归一化也保持冻结。</translation>
    </message>
    <message>
        <source>Suggested cut</source>
        <translation>建议的分界线</translation>
    </message>
    <message>
        <source>Looking into the model…</source>
        <translation>正在查看模型…</translation>
    </message>
    <message>
        <source>Choose a model to see its layers.</source>
        <translation>请选择一个模型以查看它的层。</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1个权重</translation>
    </message>
    <message>
        <source>%1 per run on this computer</source>
        <translation>在这台电脑上每次运行%1</translation>
    </message>
    <message>
        <source>The more layers learn, the longer a run takes.</source>
        <translation>学习的层越多，运行时间越长。</translation>
    </message>
    <message>
        <source>An example enters at the top, the answer leaves at the bottom. Drag the line, or press ↑ ↓ on it.</source>
        <translation>样本从上面进入，答案从下面出来。拖动分界线，或者在线上按 ↑ ↓。</translation>
    </message>
    <message>
        <source>This network cannot be divided at the line, so every step runs all of it. Results are the same; runs take longer. Reason: %1.</source>
        <translation>这个网络无法在分界线处分开，所以每一步都要运行整个网络。结果相同，只是运行更久。原因：%1。</translation>
    </message>
    <message>
        <source>The frozen part looks at each example only once, so this is the cheapest way to learn.</source>
        <translation>冻结的部分每个样本只看一次，所以这是最省的学习方式。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::LayerTreeView</name>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::LearningCard</name>
    <message>
        <source>Luck of the draw</source>
        <translation>抽样的运气</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>一步一步</translation>
    </message>
    <message>
        <source>Here you will see how the methods that train get better step by step.</source>
        <translation>在这里可以看到需要训练的方法怎样一步步变好。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::LuckPanel</name>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽样</translation>
    </message>
    <message>
        <source>A hundred other draws of the same size</source>
        <translation>同样大小的另外一百次抽样</translation>
    </message>
    <message>
        <source>After a first comparison you can drag the number of examples here, and see a hundred draws answer at once.</source>
        <translation>完成一次比较后，可以在这里拖动样本数，看一百次抽样同时作答。</translation>
    </message>
    <message>
        <source>Only prototypes, nearest example and the new last layer answer at once. Switch one of them on under Methods and run again.</source>
        <translation>只有原型、最近邻和只训练最后一层能立刻作答。请在“方法”里打开其中一种，再次运行。</translation>
    </message>
    <message>
        <source>These runs used another model than the one chosen now. Run again to try draws with it.</source>
        <translation>这些运行用的不是现在选的模型。请再次运行，以便用它试抽样。</translation>
    </message>
    <message>
        <source>Examples per class: %1</source>
        <translation>每类样本数：%1</translation>
    </message>
    <message>
        <source>The model looks at every picture once. After that, every k answers at once.</source>
        <translation>模型先把每张图片看一遍，之后每个 k 都能立刻作答。</translation>
    </message>
    <message>
        <source>Working on it …</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>%1 of %2 draws</source>
        <comment>96 of 100 draws</comment>
        <translation>%2 次抽样中有 %1 次</translation>
    </message>
    <message>
        <source>%1 the same method lands anywhere between %2 and %3, only by which examples were picked: %4 lie there. Measured on %5.</source>
        <translation>%1，同一种方法仅仅因为挑到的样本不同，结果就可能在 %2 到 %3 之间：%4落在其中。用 %5测得。</translation>
    </message>
    <message>
        <source>%1 land between %2 and %3.</source>
        <translation>%1落在 %2 到 %3 之间。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::MarkEditor</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::MixUpPanel</name>
    <message>
        <source>Most confident first</source>
        <translation>最有把握的在前</translation>
    </message>
    <message>
        <source>Least confident first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <source>Most often first</source>
        <translation>最常出现的在前</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表的顺序</translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Move to another class</source>
        <translation>移到另一类</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>“%1” recognised</source>
        <translation>认出“%1”</translation>
    </message>
    <message>
        <source>“%1” taken for “%2”</source>
        <translation>把“%1”认成“%2”</translation>
    </message>
    <message>
        <source>By %1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>This lab is open for reading only.</source>
        <translation>此实验以只读方式打开。</translation>
    </message>
    <message>
        <source>These sentences belong to the test set. Moving or leaving out one makes these results out of date; they stay until you run again.</source>
        <translation>这些句子属于测试集。移动或排除其中一个会使这些结果过时；再次运行之前，结果会保留。</translation>
    </message>
    <message>
        <source>These pictures belong to the test set. Moving or leaving out one makes these results out of date; they stay until you run again.</source>
        <translation>这些图片属于测试集。移动或排除其中一张会使这些结果过时；再次运行之前，结果会保留。</translation>
    </message>
    <message>
        <source>%1 moved to “%2”; these results are out of date now</source>
        <translation>%1已移到“%2”；这些结果现在已过时</translation>
    </message>
    <message>
        <source>%1 left out; these results are out of date now</source>
        <translation>%1已排除；这些结果现在已过时</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::ModelPage</name>
    <message>
        <source>Which trained model should learn your classes?</source>
        <translation>用哪个预训练模型来学习你的类别？</translation>
    </message>
    <message>
        <source>Each has already learnt something else. The closer that is to your classes, the fewer examples you need.</source>
        <translation>每个模型都已经学过别的东西。学过的越接近你的类别，需要的样本就越少。</translation>
    </message>
    <message>
        <source>Use another trained model</source>
        <translation>使用其他预训练模型</translation>
    </message>
    <message>
        <source>Drop to look into this model</source>
        <translation>松开以查看这个模型</translation>
    </message>
    <message>
        <source>Open a model file…</source>
        <translation>打开模型文件…</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>TorchScript models (*.pt *.ptl *.torchscript *.pth);;All files (*)</source>
        <translation>TorchScript 模型 (*.pt *.ptl *.torchscript *.pth);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Drop a TorchScript file (.pt) of a classifier of pictures here. It is checked before anything of it runs.</source>
        <translation>把图片分类器的 TorchScript 文件（.pt）拖到这里。运行之前会先检查。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::NamesPanel</name>
    <message>
        <source>Zero-shot compares each sentence with these words alone: the name for the model and, where there is one, what the class means. People see the names on screen.</source>
        <translation>零样本只把每个句子与这些词语比较：给模型看的名称，以及类别的含义（如果有）。人们在屏幕上看到的是屏幕名称。</translation>
    </message>
    <message>
        <source>This model&apos;s file does not say what it knows, so there is no bridge from your names to it: zero-shot is left out.</source>
        <translation>这个模型的文件没有说明它认识什么，所以你的名称与它之间没有桥梁：略过零样本。</translation>
    </message>
    <message>
        <source>There is no bridge: none of the %1 names that the model knows means one of your classes, so zero-shot would only guess, and is left out. If one does fit after all, link it here.</source>
        <translation>没有桥梁：模型认识的 %1 个名称中，没有一个与你的类别意思相同，零样本只能瞎猜，因此略过。如果其实有合适的，请在这里对应上。</translation>
    </message>
    <message>
        <source>The bridge is not complete: %1 of %2 are linked to names that the model knows. Zero-shot needs all of them.</source>
        <translation>桥梁还不完整：%2中有 %1 个对应到了模型认识的名称。零样本需要全部对应。</translation>
    </message>
    <message>
        <source>Add classes first; here they get their names.</source>
        <translation>请先添加类别，再在这里给它们取名。</translation>
    </message>
    <message>
        <source>The bridge for zero-shot leads from the %1 names that the model knows to your classes: a class gets the mean of what the model says for the names linked to it. Links can be changed.</source>
        <translation>零样本的桥梁把模型认识的 %1 个名称连到你的类别：一个类别的得分是它所对应名称的分数的平均值。对应关系可以修改。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::RecentLabs</name>
    <message>
        <source>Recent labs</source>
        <translation>最近的实验</translation>
    </message>
    <message>
        <source>Open a lab file…</source>
        <translation>打开实验文件…</translation>
    </message>
    <message>
        <source>Labs that you open are listed here. A lab is one file that holds your classes, your examples and every result.</source>
        <translation>你打开过的实验会列在这里。一个实验就是一个文件，包含你的类别、样本和所有结果。</translation>
    </message>
    <message>
        <source>No longer where it was. Click to say where it is now.</source>
        <translation>已不在原来的位置。点击以指出它现在在哪里。</translation>
    </message>
    <message>
        <source>Take out of this list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::RunMenu</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Tags and note…</source>
        <translation>标签和备注…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>Compare the two settings</source>
        <translation>比较这两项的设置</translation>
    </message>
    <message>
        <source>Compare settings with</source>
        <translation>与之比较设置</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Running or waiting</source>
        <translation>运行中或等待中</translation>
    </message>
    <message>
        <source>With failures</source>
        <translation>有失败的</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Most examples first</source>
        <translation>样本多的在前</translation>
    </message>
    <message>
        <source>Most accurate first</source>
        <translation>准确率高的在前</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>按方法</translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation>最慢的在前</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Bring back deleted rows (%1)</source>
        <translation>恢复已删除的行（%1）</translation>
    </message>
    <message>
        <source>%1 rows were deleted</source>
        <translation>已删除 %1 行</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::RunsCard</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>What can be done with the chosen runs</source>
        <translation>对所选运行的操作</translation>
    </message>
    <message>
        <source>Method, k, tag or note</source>
        <translation>方法、k、标签或备注</translation>
    </message>
    <message>
        <source>Find runs by method, k, tag or note</source>
        <translation>按方法、k、标签或备注查找运行</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Every method at every k gets a row here.</source>
        <translation>每种方法在每个 k 下各占一行。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>，%1失败</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> on %1. %2 weights changed, %3 a run.</source>
        <translation>，测试了 %1。改变了 %2个权重，每次运行 %3。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>%1: run with batches of %2</source>
        <translation>%1：批大小 %2 运行</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::SampleCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open sample %1</source>
        <translation>打开样例“%1”</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::SettingsPanel</name>
    <message>
        <source>Settings side by side</source>
        <translation>并排比较设置</translation>
    </message>
    <message>
        <source>Back to the charts</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有不同。</translation>
    </message>
    <message>
        <source>Lines that differ: %1. They are marked with ≠.</source>
        <translation>不同的行：%1。它们以 ≠ 标出。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::ShotsChips</name>
    <message>
        <source>Examples per class</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Another number of examples per class</source>
        <translation>其他的每类样本数</translation>
    </message>
    <message>
        <source>other k</source>
        <translation>其他 k</translation>
    </message>
    <message>
        <source>More than the smallest class has for learning</source>
        <translation>超过了最小类别可供学习的数量</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::StartPage</name>
    <message>
        <source>What would you like to find out?</source>
        <translation>你想弄清楚什么？</translation>
    </message>
    <message>
        <source>Open a sample and press Run: the first answers stand within seconds. Or bring your own classes.</source>
        <translation>打开一个样例，按“开始比较”，几秒钟就有第一批答案。也可以用自己的类别。</translation>
    </message>
    <message>
        <source>Or with your own</source>
        <translation>或者用自己的数据</translation>
    </message>
    <message>
        <source>Drop to make a new lab of it</source>
        <translation>松开即可新建实验</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Garden birds</source>
        <translation>花园鸟类</translation>
    </message>
    <message>
        <source>Parrot</source>
        <translation>鹦鹉</translation>
    </message>
    <message>
        <source>parrot-1.jpg, parrot-2.jpg, …</source>
        <translation>鹦鹉-1.jpg、鹦鹉-2.jpg、…</translation>
    </message>
    <message>
        <source>Crow</source>
        <translation>乌鸦</translation>
    </message>
    <message>
        <source>crow-1.jpg, crow-2.jpg, …</source>
        <translation>乌鸦-1.jpg、乌鸦-2.jpg、…</translation>
    </message>
    <message>
        <source>Duck</source>
        <translation>鸭子</translation>
    </message>
    <message>
        <source>duck-1.jpg, duck-2.jpg, …</source>
        <translation>鸭子-1.jpg、鸭子-2.jpg、…</translation>
    </message>
    <message>
        <source>Choose a folder with one folder per class</source>
        <translation>选择一个文件夹，里面每个类别一个文件夹</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Use my own pictures or sentences</source>
        <translation>使用自己的图片或句子</translation>
    </message>
    <message>
        <source>Drop a folder with a folder of pictures for each class, or a table of sentences.</source>
        <translation>拖入一个文件夹（里面每个类别一个图片文件夹），或者一个句子表格。</translation>
    </message>
    <message>
        <source>Pictures as JPEG, PNG or WebP; tables (CSV, TSV, JSON Lines) with the columns text and label, or image and label; or a .txt file of sentences for each class. Nothing leaves this computer.</source>
        <translation>图片支持 JPEG、PNG、WebP；表格（CSV、TSV、JSON Lines）需含 text 和 label 两列，或 image 和 label 两列；也可以每个类别一个 .txt 句子文件。所有数据都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Start with no examples</source>
        <translation>先不加样本</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.jsonl *.ndjson)</source>
        <translation>表格 (*.csv *.tsv *.tab *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>抢救可读取的内容</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::TryInput</name>
    <message>
        <source>Or drop a picture here</source>
        <translation>或把图片拖到这里</translation>
    </message>
    <message>
        <source>Drop to see what every method says</source>
        <translation>松开即可看到每种方法的回答</translation>
    </message>
    <message>
        <source>choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a picture to try</source>
        <translation>选择一张图片来试</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>画</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>给方法看什么</translation>
    </message>
    <message>
        <source>No picture yet: drop, paste or choose one below.</source>
        <translation>还没有图片：拖入、粘贴，或在下面选择一张。</translation>
    </message>
    <message>
        <source>Type a sentence, and every method says which class it takes it for.</source>
        <translation>输入一句话，每种方法都会说出它认为属于哪一类。</translation>
    </message>
    <message>
        <source>Sentence to try</source>
        <translation>要试的句子</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>撤销一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>what the model sees</source>
        <translation>模型看到的</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>模型看到的</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>You can also paste one, or</source>
        <translation>也可以粘贴，或者</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::TryPage</name>
    <message>
        <source>What this shows</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What is it? Give it to its class as one more example.</source>
        <translation>这是什么？把它作为新样本交给它所属的类别。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Add it to another class</source>
        <translation>添加到另一个类别</translation>
    </message>
    <message>
        <source>Learnt from k =</source>
        <translation>学习样本 k =</translation>
    </message>
    <message>
        <source>Examples per class that the methods have learnt from</source>
        <translation>各方法学习时的每类样本数</translation>
    </message>
    <message>
        <source>knows only the names</source>
        <translation>只知道类别名称</translation>
    </message>
    <message>
        <source>Looking at the examples …</source>
        <translation>正在看样本……</translation>
    </message>
    <message>
        <source>Training again from its seed …</source>
        <translation>正在用原来的随机种子重新训练……</translation>
    </message>
    <message>
        <source>Its weights are not kept. Once the comparison is over it can be trained again from its seed.</source>
        <translation>它的权重没有保留。比较结束后，可以用原来的随机种子重新训练。</translation>
    </message>
    <message>
        <source>Its weights are not kept. Trained again from its seed it is the same.</source>
        <translation>它的权重没有保留。用原来的随机种子重新训练，结果完全相同。</translation>
    </message>
    <message>
        <source>Prepare · %1</source>
        <translation>准备 · %1</translation>
    </message>
    <message>
        <source>Nothing has learnt your classes yet</source>
        <translation>还没有方法学过你的类别</translation>
    </message>
    <message>
        <source>Run a comparison first. Then every method can say what it takes your own pictures or sentences for.</source>
        <translation>请先运行一次比较。之后每种方法都能说出它把你自己的图片或句子当作什么。</translation>
    </message>
    <message>
        <source>These runs used another model</source>
        <translation>这些运行使用的是另一个模型</translation>
    </message>
    <message>
        <source>The model chosen now is not the one that learnt. Run again to try it.</source>
        <translation>现在选择的模型不是当时学习的模型。请重新运行后再试。</translation>
    </message>
    <message>
        <source>What would each method say?</source>
        <translation>每种方法会怎么说？</translation>
    </message>
    <message>
        <source>What does each method see?</source>
        <translation>每种方法会看成什么？</translation>
    </message>
    <message>
        <source>Nothing you try here is stored or counted. Try something unusual: that shows where each method stops.</source>
        <translation>在这里试的内容不会保存，也不计入结果。试试不寻常的东西：这样能看出每种方法的极限。</translation>
    </message>
    <message>
        <source>The methods do not agree</source>
        <translation>各方法意见不一</translation>
    </message>
    <message>
        <source>All %1 methods say %2</source>
        <translation>全部 %1 种方法都说是 %2</translation>
    </message>
    <message>
        <source>%1 of %2 methods say %3</source>
        <translation>%2 种方法中有 %1 种说是 %3</translation>
    </message>
    <message>
        <source>No method would bet on its answer. Either this is like none of your classes, or they have seen too little.</source>
        <translation>没有一种方法有把握。要么它不像你的任何一个类别，要么它们见过的样本太少。</translation>
    </message>
    <message>
        <source>Sure of something else: %1. Being sure is not being right.</source>
        <translation>确信是别的：%1。有把握不等于正确。</translation>
    </message>
    <message>
        <source>Would not bet on it: %1. The others have made up their minds.</source>
        <translation>没有把握：%1。其他方法已有定论。</translation>
    </message>
    <message>
        <source>Add to …</source>
        <translation>添加到…</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Added to %1. Run again to let the methods learn from it.</source>
        <translation>已添加到 %1。重新运行，各方法就会从中学习。</translation>
    </message>
    <message>
        <source>The bars show how sure each one is, not whether it is right.</source>
        <translation>条形表示它有多确定，而不是它对不对。</translation>
    </message>
    <message>
        <source>Every method answers at once.</source>
        <translation>所有方法同时回答。</translation>
    </message>
    <message>
        <source>%1 of %2 methods that answer say %3</source>
        <translation>能回答的 %2 种方法中有 %1 种说是 %3</translation>
    </message>
    <message>
        <source>All %1 methods that answer say %2</source>
        <translation>能回答的 %1 种方法都说是 %2</translation>
    </message>
    <message>
        <source>Would not bet on it: %1. The others that answer have made up their minds.</source>
        <translation>没有把握：%1。其他能回答的方法已有定论。</translation>
    </message>
    <message>
        <source>%1 of %2 methods answer now; those whose weights are not kept must be prepared first.</source>
        <translation>%2 种方法中有 %1 种现在能回答；没有保存权重的要先准备。</translation>
    </message>
    <message>
        <source>%1 of %2 methods answer now.</source>
        <translation>%2 种方法中有 %1 种现在能回答。</translation>
    </message>
    <message>
        <source>Every method has made up its mind.</source>
        <translation>每种方法都有了定论。</translation>
    </message>
    <message>
        <source>Every method that answers has made up its mind.</source>
        <translation>能回答的每种方法都有了定论。</translation>
    </message>
    <message>
        <source>Change it a little and see which one changes its answer first.</source>
        <translation>稍微改动一下，看看哪一种最先改变回答。</translation>
    </message>
</context>
<context>
    <name>shotlab::pages::WorkbenchPage</name>
    <message>
        <source>Examples or model changed since these runs</source>
        <translation>运行之后样本或模型有了变化</translation>
    </message>
    <message>
        <source>The old lines stay, drawn paler, until you run again.</source>
        <translation>旧的曲线会以较浅的颜色保留，直到你再次运行。</translation>
    </message>
    <message>
        <source>Runs and findings</source>
        <translation>运行与结论</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Draw, drop or type something and see what every method says</source>
        <translation>画、拖入或输入点什么，看看每种方法怎么说</translation>
    </message>
</context>
<context>
    <name>shotlab::shell::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Next: data</source>
        <translation>下一步：数据</translation>
    </message>
    <message>
        <source>Next: compare</source>
        <translation>下一步：比较</translation>
    </message>
    <message>
        <source>Run comparison</source>
        <translation>开始比较</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run %1 more draws</source>
        <translation>再抽样 %1 次</translation>
    </message>
    <message>
        <source>Open a lab file</source>
        <translation>打开实验文件</translation>
    </message>
    <message>
        <source>Shotlab labs (*.shotlab);;All files (*)</source>
        <translation>Shotlab 实验 (*.shotlab);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Save a copy of the lab</source>
        <translation>另存实验副本</translation>
    </message>
    <message>
        <source>Shotlab labs (*.shotlab)</source>
        <translation>Shotlab 实验 (*.shotlab)</translation>
    </message>
    <message>
        <source>%1 – Shotlab</source>
        <translation>%1 – Shotlab</translation>
    </message>
    <message>
        <source>Where is “%1” now?</source>
        <translation>“%1”现在在哪里？</translation>
    </message>
    <message>
        <source>Back to results</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Pages to print (*.pdf)</source>
        <translation>可打印的页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Save a report of this comparison</source>
        <translation>保存这次比较的报告</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1 报告</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder, or free some space.</source>
        <translation>无法写入 %1。请选择其他文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>What could be read of %1 is in %2 now. The damaged file was left as it is.</source>
        <translation>%1 中可读取的内容现已存入 %2。损坏的文件保持原样。</translation>
    </message>
</context>
<context>
    <name>shotlab::shell::SessionThread</name>
    <message>
        <source>New lab</source>
        <translation>新实验</translation>
    </message>
    <message>
        <source>%1 rescued</source>
        <translation>%1（抢救）</translation>
    </message>
</context>
<context>
    <name>shotlab::shell::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Kept to be quick</source>
        <translation>为了更快而保留</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear what is kept to be quick</source>
        <translation>清除为了更快而保留的内容</translation>
    </message>
    <message>
        <source>Run the comparison</source>
        <translation>开始比较</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止比较</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>To the start page</source>
        <translation>回到开始页</translation>
    </message>
    <message>
        <source>Open a lab</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>First of the steps; 2 to 4 for the others</source>
        <translation>第一个步骤；其余步骤用 2 到 4</translation>
    </message>
    <message>
        <source>Tab goes from control to control, arrow keys move inside lists, charts and tables.</source>
        <translation>Tab 键在控件之间移动，方向键在列表、图表和表格里移动。</translation>
    </message>
    <message>
        <source>%1 of pictures as the models see them. They can be cleared once the comparison is done.</source>
        <translation>%1，是模型眼中的图片。比较结束后可以清除。</translation>
    </message>
    <message>
        <source>%1 of pictures as the models see them. Without them the next comparison takes a little longer; your labs and results do not need them.</source>
        <translation>%1，是模型眼中的图片。清除后下一次比较会稍慢一些；你的实验和结果不受影响。</translation>
    </message>
</context>
<context>
    <name>shotlab::shell::StatusStrip</name>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>已暂停，%1 / %2</translation>
    </message>
    <message>
        <source>Stopped at %1 of %2</source>
        <translation>已停止，%1 / %2</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>%1, %2, draw %3</source>
        <translation>%1，%2，第 %3 次抽样</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Open for reading only. %1</source>
        <translation>以只读方式打开。%1</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 核</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 核</translation>
    </message>
    <message>
        <source>%1 trained models on board</source>
        <translation>自带 %1 个预训练模型</translation>
    </message>
    <message>
        <source>Looking at every example once: %1 of %2</source>
        <translation>正在把每个样本看一遍：%1 / %2</translation>
    </message>
    <message>
        <source>Works without internet. Your data stay on this computer.</source>
        <translation>无需联网，数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>%1 done: %2 of learning and testing</source>
        <translation>已完成 %1：学习和测试共 %2</translation>
    </message>
</context>
<context>
    <name>shotlab::shell::TopBar</name>
    <message>
        <source>Name of the lab</source>
        <translation>实验的名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Lab %1</source>
        <translation>实验“%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>各次比较</translation>
    </message>
    <message>
        <source>Comparison %1</source>
        <translation>第 %1 次比较</translation>
    </message>
    <message>
        <source>Open another lab…</source>
        <translation>打开另一个实验…</translation>
    </message>
    <message>
        <source>New lab</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Close this lab</source>
        <translation>关闭这个实验</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>浅色、深色或高对比度</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::AnswerCard</name>
    <message>
        <source>would not bet on it</source>
        <translation>没有把握</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1, would not bet on it</source>
        <translation>%1，没有把握</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Stop preparing: %1</source>
        <translation>停止准备：%1</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::ClassBin</name>
    <message>
        <source>Drop pictures of this class here, or paste them.</source>
        <translation>把这个类别的图片拖到这里，或者粘贴。</translation>
    </message>
    <message>
        <source>One is enough to begin; five to ten show more.</source>
        <translation>一个就可以开始；五到十个更能说明问题。</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>类别的名称</translation>
    </message>
    <message>
        <source>Choose pictures…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>no pictures yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>%1 for learning · %2 locked for testing</source>
        <translation>%1 个用于学习 · %2 个锁定用于测试</translation>
    </message>
    <message>
        <source>Class without a name</source>
        <translation>未命名的类别</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别“%1”</translation>
    </message>
    <message>
        <source>it</source>
        <translation>它</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Drop to add %1</source>
        <translation>松开以添加%1</translation>
    </message>
    <message>
        <source>Drop to add %1 to %2</source>
        <translation>松开以把%1添加到“%2”</translation>
    </message>
    <message>
        <source>this class</source>
        <translation>这个类别</translation>
    </message>
    <message>
        <source>Drop to move %1 to %2</source>
        <translation>松开以把 %1移到“%2”</translation>
    </message>
    <message>
        <source>Drop to add 1 picture to %1</source>
        <translation>松开以把 1 张图片添加到“%1”</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove this class</source>
        <translation>移除这个类别</translation>
    </message>
    <message>
        <source>Type a sentence and press Enter, or paste several</source>
        <translation>输入一个句子后按回车，或者粘贴多句</translation>
    </message>
    <message>
        <source>no sentences yet</source>
        <translation>还没有句子</translation>
    </message>
    <message>
        <source>New sentence for %1</source>
        <translation>“%1”的新句子</translation>
    </message>
    <message>
        <source>Drop to add these lines to %1</source>
        <translation>松开以把这些行添加到“%1”</translation>
    </message>
    <message>
        <source>Choose text files…</source>
        <translation>选择文本文件…</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::DrawPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Arrow keys move the pen, the space bar lowers and lifts it, Backspace takes the last stroke away.</source>
        <translation>方向键移动笔，空格键落笔或抬笔，退格键撤销最后一笔。</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::DrawSwarm</name>
    <message>
        <source>The luck of the draw</source>
        <translation>抽样的运气</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>method, its mean, its spread</comment>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::ExplainedLabel</name>
    <message>
        <source>%1: what does it mean?</source>
        <translation>%1：这是什么意思？</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::FindingsPanel</name>
    <message>
        <source>What this shows</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Overlapping bands are not a clear difference; these sentences compare the same draws in pairs.</source>
        <translation>色带重叠时差异并不明确；这些结论是对同样的抽样成对比较得出的。</translation>
    </message>
    <message>
        <source>Findings stand here as soon as the numbers support one.</source>
        <translation>一旦数字足以支持，结论就会出现在这里。</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All %1 findings</source>
        <translation>全部 %1 条结论</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::MixUpMatrix</name>
    <message>
        <source>Shown as soon as a run is done.</source>
        <translation>一有运行完成就会显示。</translation>
    </message>
    <message>
        <source>Mix-ups. %1</source>
        <translation>混淆。%1</translation>
    </message>
    <message>
        <source>Mix-ups of %1; arrow keys move</source>
        <translation>%1的混淆；用方向键移动</translation>
    </message>
    <message>
        <source>%1, %2 of %3 answers</source>
        <translation>%1，%3 个答案中的 %2 个</translation>
    </message>
    <message>
        <source>%1 recognised: %2</source>
        <translation>认出%1：%2</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>把%1当成%2：%3</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::ProgressBar</name>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::ProgressStrip</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>What is already there stays valid. You can go on any time.</source>
        <translation>已有的结果仍然有效，随时可以继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::RunListView</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Show its line</source>
        <translation>显示它的曲线</translation>
    </message>
    <message>
        <source>Hide its line</source>
        <translation>隐藏它的曲线</translation>
    </message>
    <message>
        <source>Enter shows a run, H hides or shows its line in the chart, Delete takes it out.</source>
        <translation>回车键查看一次运行，H 键隐藏或显示它在图中的线，删除键将其删除。</translation>
    </message>
</context>
<context>
    <name>shotlab::widgets::Stepper</name>
    <message>
        <source>still to come</source>
        <translation>尚未到达</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Step %1, %2, %3</source>
        <comment>number, title, state</comment>
        <translation>第 %1 步，%2，%3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
</TS>
